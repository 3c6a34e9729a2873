import type { Role } from '../../src/platform/request';
import { ask } from './ask';
import type { RequestOptions, TestApp } from './start-app';
import { createToken, withToken } from './tokens';

/** An article as its editors read it. */
export interface EditedArticle {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly version: number;
  readonly publishedAt: string | null;
  readonly firstPublishedAt: string | null;
  readonly updatedAt: string;
  readonly sections: readonly { id: string; heading: string | null; body: string }[];
  readonly images: readonly {
    id: string;
    alt: string;
    caption: string | null;
    url: string | null;
  }[];
  readonly editing: {
    readonly version: number;
    readonly scheduledAt: string | null;
    readonly unpublishAt: string | null;
    readonly draft: { readonly version: number; readonly title: string } | null;
  } | null;
}

/** What a mutation of an article answers. */
export interface EditAnswer {
  readonly article: EditedArticle | null;
  readonly userErrors: readonly { code: string; field: string[]; message: string }[];
  readonly conflict?: {
    readonly version: number;
    readonly editedBy: string | null;
    readonly editedAt: string;
    readonly fields: readonly string[];
    readonly theirs: { readonly title: string; readonly version: number };
  } | null;
}

const articleFields = `
  id slug title status version publishedAt firstPublishedAt updatedAt
  sections { id heading body } images { id alt caption url }
  editing { version scheduledAt unpublishAt draft { version title } }`;

const conflictFields = `conflict { version editedBy editedAt fields theirs { title version } }`;

/** Writes articles over HTTP, as an editor's program does. */
export interface Editor {
  readonly options: RequestOptions;
  /** Sends a mutation by its name, such as `publishArticle`. */
  send(mutation: string, input: object): Promise<EditAnswer>;
  /** Creates an article that must succeed. */
  create(input?: object): Promise<EditedArticle>;
  /** Sends a mutation for an article as it was last read; it must succeed. */
  change(mutation: string, article: EditedArticle, input?: object): Promise<EditedArticle>;
  /** An article as this editor reads it. */
  read(id: string): Promise<EditedArticle | null>;
}

let nextNumber = 1;

/** An editor of a service, with a token of their own. */
export async function createEditor(
  service: TestApp,
  role: Role,
  name = role.toLowerCase(),
): Promise<Editor> {
  const options = withToken(await createToken(service, role, { name }));
  const send = async (mutation: string, input: object): Promise<EditAnswer> => {
    const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
    const conflict = mutation === 'createArticle' ? '' : conflictFields;
    const document = `mutation ($input: ${type}!) {
      payload: ${mutation}(input: $input) {
        article { ${articleFields} } userErrors { code field message } ${conflict}
      }
    }`;
    const { payload } = await ask<{ payload: EditAnswer }>(service, document, { input }, options);
    return payload;
  };
  const expectArticle = ({ article, userErrors }: EditAnswer): EditedArticle => {
    if (article === null) throw new Error(`Refused: ${JSON.stringify(userErrors)}`);
    return article;
  };
  return {
    options,
    send,
    create: async (input = {}) => expectArticle(await send('createArticle', buildArticle(input))),
    change: async (mutation, { id, editing }, input = {}) =>
      expectArticle(await send(mutation, { id, version: editing?.version, ...input })),
    read: async (id) => {
      const document = `query ($id: ID!) { article(id: $id) { ${articleFields} } }`;
      const { article } = await ask<{ article: EditedArticle | null }>(
        ...([service, document, { id }, options] as const),
      );
      return article;
    },
  };
}

/** A valid `CreateArticleInput`; a case overrides what it is about. */
export function buildArticle(overrides: object = {}): object {
  const number = nextNumber++;
  return {
    title: `خبر رقم ${number}`,
    locale: 'ar',
    sections: [{ body: 'الفقرة الأولى.' }, { heading: 'عنوان فرعي', body: 'فقرة تحت العنوان.' }],
    ...overrides,
  };
}
