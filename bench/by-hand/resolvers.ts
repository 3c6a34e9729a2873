import DataLoader from 'dataloader';
import { pageSize } from './compose-pages';
import {
  commentPolicyOf,
  cursorOf,
  directionOf,
  instant,
  placeOf,
  shareLinksOf,
  urlOf,
} from './derived-fields';
import type { HandReads } from './hand-reads';
import type { HandSubmission, HandWrites } from './hand-writes';
import type { ArticleRow, CommentRow, ImageRow, SectionRow } from './rows';

/** What hand-written resolvers have at hand in one request. */
export interface HandContext {
  readonly reads: HandReads;
  /** Null in a server that only reads. */
  readonly writes: HandWrites | null;
  readonly loaders: HandLoaders;
}

type HandLoaders = ReturnType<typeof createLoaders>;
interface ByArticle {
  readonly articleId: string;
}

/** The context of one request. */
export function createHandContext(reads: HandReads, writes: HandWrites | null): HandContext {
  return { reads, writes, loaders: createLoaders(reads) };
}

function createLoaders(reads: HandReads) {
  return {
    articleById: new DataLoader<string, ArticleRow | null>(async (ids) => {
      const rows = new Map((await reads.articlesByIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    }),
    sections: createGroupLoader((ids) => reads.sections(ids)),
    images: createGroupLoader((ids) => reads.images(ids)),
    commentCount: new DataLoader<string, number>(async (ids) => {
      const rows = await reads.tallies(ids);
      const counts = new Map(
        rows.map(({ articleId, approvedCount }) => [articleId, approvedCount]),
      );
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  };
}

function createGroupLoader<Row extends ByArticle>(
  read: (articleIds: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  return new DataLoader(async (articleIds) => {
    const groups = new Map<string, Row[]>(articleIds.map((id) => [id, []]));
    for (const row of await read(articleIds)) groups.get(row.articleId)?.push(row);
    return articleIds.map((id) => groups.get(id) ?? []);
  });
}

/** Resolvers of the part of the schema that the measured operations ask for. */
export const resolvers = {
  Query: {
    article: (_: unknown, { slug }: { slug: string }, { reads }: HandContext) =>
      reads.articleBySlug(slug),
    articles: async (_: unknown, { first, after }: PageArguments, { reads }: HandContext) => {
      const limit = first ?? pageSize;
      const from = after === undefined || after === null ? null : placeOf(after);
      const rows = await reads.newest(limit + 1, from);
      return toPage(rows, limit, ({ timelineAtMs }) => timelineAtMs);
    },
  },
  Article: {
    direction: directionOf,
    publishedAt: ({ publishedAtMs }: ArticleRow) => instant(publishedAtMs),
    updatedAt: ({ updatedAtMs }: ArticleRow) => instant(updatedAtMs),
    url: urlOf,
    shareLinks: shareLinksOf,
    commentPolicy: commentPolicyOf,
    sections: ({ id }: ArticleRow, _: unknown, { loaders }: HandContext) =>
      loaders.sections.load(id),
    leadImage: async ({ id }: ArticleRow, _: unknown, { loaders }: HandContext) =>
      (await loaders.images.load(id))[0] ?? null,
    commentCount: ({ id }: ArticleRow, _: unknown, { loaders }: HandContext) =>
      loaders.commentCount.load(id),
    comments: async ({ id }: ArticleRow, { first }: PageArguments, { reads }: HandContext) => {
      const limit = first ?? pageSize;
      return toPage(await reads.threads(id, limit + 1), limit, ({ createdAtMs }) => createdAtMs);
    },
  },
  Section: {
    paragraphs: ({ paragraphs }: SectionRow) => JSON.parse(paragraphs) as string[],
    images: async (section: SectionRow, _: unknown, { loaders }: HandContext) => {
      const images = await loaders.images.load(section.articleId);
      return images.filter(({ sectionId }) => sectionId === section.id);
    },
  },
  Image: { url: (_: ImageRow) => null },
  Comment: {
    createdAt: ({ createdAtMs }: CommentRow) => instant(createdAtMs),
    article: ({ articleId }: CommentRow, _: unknown, { loaders }: HandContext) =>
      loaders.articleById.load(articleId),
  },
  Mutation: {
    addComment: async (_: unknown, { input }: { input: HandSubmission }, context: HandContext) => {
      if (context.writes === null) throw new Error('This server only reads');
      const fault = findFault(input);
      if (fault !== null) return { comment: null, userErrors: [fault] };
      return { comment: await context.writes.add(input), userErrors: [] };
    },
  },
};

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

function toPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  atOf: (row: Row) => number,
) {
  const nodes = rows.slice(0, limit);
  const last = nodes.at(-1);
  const endCursor = last === undefined ? null : cursorOf(atOf(last), last.id);
  return { nodes, pageInfo: { hasNextPage: rows.length > limit, endCursor } };
}

function findFault({ authorName, authorEmail, body }: HandSubmission) {
  const required = (field: string) => ({
    code: 'REQUIRED',
    field: ['input', field],
    message: `${field} must not be empty`,
  });
  if (authorName.trim() === '') return required('authorName');
  if (!/^[^@\s]+@[^@\s]+$/.test(authorEmail)) return required('authorEmail');
  return body.trim() === '' ? required('body') : null;
}
