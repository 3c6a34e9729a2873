import {
  MergeTagsDocument,
  RenameTagDocument,
  TagDocument,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask, codesOf } from '../support/ask';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';
import { moveArticle, writeTagged } from '../support/tags';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;
let editor: RequestOptions;

beforeEach(async () => {
  service = await startApp();
  editor = withToken(await createToken(service, Role.EDITOR));
});

afterEach(() => service.stop());

interface TestInput {
  readonly id: string;
  readonly name: string;
  readonly slug?: string | null;
}

const nobody = `tag_${'0'.repeat(26)}`;

const findTag = async (slug: string, options: RequestOptions = {}) =>
  (await ask(service, TagDocument, { slug }, options)).tag ?? null;

const idOf = async (slug: string) => (await findTag(slug, editor))?.id ?? '';

const rename = async (input: TestInput, headers = {}) => {
  const options = { headers: { ...editor.headers, ...headers } };
  return (await ask(service, RenameTagDocument, { input }, options)).renameTag;
};

const merge = async (from: readonly string[], into: string) =>
  (await ask(service, MergeTagsDocument, { input: { from: [...from], into } }, editor)).mergeTags;

const faultsOf = ({ userErrors }: { userErrors: readonly { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join('.')]);

const tagsOf = async (id: string) => {
  const { article } = await ask<{ article: { tags: { name: string }[] } }>(
    service,
    'query ($id: ID!) { article(id: $id) { tags { name } } }',
    { id },
  );
  return article.tags.map(({ name }) => name);
};

describe('renameTag', () => {
  it('changes the name wherever it is shown, and the slug with it; the former one leads there', async () => {
    const article = await writeTagged(service, ['تويتر']);
    expect(await tagsOf(article)).toEqual(['تويتر']);
    const answer = await rename({ id: await idOf('تويتر'), name: 'إكس' });
    expect(answer).toMatchObject({ tag: { name: 'إكس', slug: 'إكس' }, userErrors: [] });
    expect(await tagsOf(article)).toEqual(['إكس']);
    for (const slug of ['إكس', 'تويتر', 'اكس']) {
      expect(await findTag(slug)).toMatchObject({ name: 'إكس', slug: 'إكس' });
    }
  });

  it('lets the former name in an article’s tags mean the tag', async () => {
    await writeTagged(service, ['تويتر']);
    await rename({ id: await idOf('تويتر'), name: 'إكس' });
    expect(await tagsOf(await writeTagged(service, ['تويتر', 'إكس']))).toEqual(['إكس']);
  });

  it('takes another spelling of the same name, and the way back', async () => {
    await writeTagged(service, ['غزة']);
    const id = await idOf('غزة');
    expect(await rename({ id, name: 'غزّة' })).toMatchObject({ tag: { name: 'غزّة', slug: 'غزة' } });
    await rename({ id, name: 'قطاع غزة' });
    expect(await rename({ id, name: 'غزة' })).toMatchObject({ tag: { name: 'غزة', slug: 'غزة' } });
    expect(await findTag('قطاع-غزة')).toMatchObject({ id, name: 'غزة' });
  });

  it('takes a slug of one’s own', async () => {
    await writeTagged(service, ['غزة']);
    const answer = await rename({ id: await idOf('غزة'), name: 'غزة', slug: 'gaza' });
    expect(answer).toMatchObject({ tag: { name: 'غزة', slug: 'gaza' } });
    expect(await findTag('غزة')).toMatchObject({ slug: 'gaza' });
  });

  it('numbers a slug that another tag has or had', async () => {
    await writeTagged(service, ['C++', 'Go']);
    const { id } = (await findTag('go')) ?? { id: '' };
    expect(await rename({ id, name: 'C#' })).toMatchObject({ tag: { slug: 'c-2' } });
  });

  it('tells all that is wrong at once, in the caller’s language', async () => {
    const both = await rename({ id: nobody, name: ' ', slug: 'Not A Slug' });
    expect(faultsOf(both)).toEqual([
      ['NOT_FOUND', 'input.id'],
      ['REQUIRED', 'input.name'],
      ['INVALID', 'input.slug'],
    ]);
    const arabic = await rename({ id: nobody, name: ' ' }, { 'accept-language': 'ar' });
    expect(arabic.userErrors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/\p{sc=Arabic}/u),
      expect.stringMatching(/\p{sc=Arabic}/u),
    ]);
    expect(both.tag).toBeNull();
  });

  it('refuses what another tag is called, and advises to merge', async () => {
    await writeTagged(service, ['غزة', 'مصر']);
    const id = await idOf('مصر');
    const taken = await rename({ id, name: 'غزّة', slug: 'غزة' });
    expect(faultsOf(taken)).toEqual([
      ['DUPLICATE', 'input.name'],
      ['DUPLICATE', 'input.slug'],
    ]);
    expect(taken.userErrors[0]?.message).toContain('mergeTags');
    expect(await findTag('مصر')).toMatchObject({ name: 'مصر' });
  });

  it('refuses a slug that leads to another tag already', async () => {
    await writeTagged(service, ['غزة', 'مصر']);
    await rename({ id: await idOf('غزة'), name: 'قطاع غزة' });
    const answer = await rename({ id: await idOf('مصر'), name: 'مصر', slug: 'غزة' });
    expect(faultsOf(answer)).toEqual([['DUPLICATE', 'input.slug']]);
  });

  it.each([
    [{ name: 'ا'.repeat(101) }, ['TOO_LONG', 'input.name']],
    [{ name: 'غ\u0007' }, ['INVALID', 'input.name']],
    [{ name: '++' }, ['INVALID', 'input.name']],
    [{ name: 'غزة', slug: '' }, ['INVALID', 'input.slug']],
    [{ name: 'غزة', slug: 'غ'.repeat(81) }, ['TOO_LONG', 'input.slug']],
    [{ name: 'غزة', slug: 'غزّة' }, ['INVALID', 'input.slug']],
  ] as const)('refuses %j', async (input, fault) => {
    await writeTagged(service, ['مصر']);
    expect(faultsOf(await rename({ id: await idOf('مصر'), ...input }))).toEqual([fault]);
  });

  it('is for editors', async () => {
    const moderator = withToken(await createToken(service, Role.MODERATOR));
    const input = { id: nobody, name: 'غزة' };
    for (const [options, code] of [
      [{}, 'UNAUTHENTICATED'],
      [moderator, 'FORBIDDEN'],
    ] as const) {
      expect(codesOf(await service.send(RenameTagDocument, { input }, options))).toEqual([code]);
    }
  });
});

describe('mergeTags', () => {
  it('moves articles, keeps their order, and lets every name and slug lead to the one that stays', async () => {
    const one = await writeTagged(service, ['مصر', 'قطاع غزة', 'العرب']);
    const both = await writeTagged(service, ['غزّة الآن', 'مصر', 'غزة']);
    await rename({ id: await idOf('غزة-الآن'), name: 'غزة اليوم' });
    const into = await idOf('غزة');
    const from = [await idOf('قطاع-غزة'), await idOf('غزة-اليوم')];
    expect(await tagsOf(both)).toEqual(['غزة اليوم', 'مصر', 'غزة']);
    const answer = await merge(from, into);
    expect(answer).toMatchObject({
      tag: { id: into, name: 'غزة', articleCount: 2 },
      userErrors: [],
    });
    expect(await tagsOf(one)).toEqual(['مصر', 'غزة', 'العرب']);
    expect(await tagsOf(both)).toEqual(['غزة', 'مصر']);
    for (const slug of ['غزة', 'قطاع-غزة', 'غزة-اليوم', 'غزة-الآن']) {
      expect(await findTag(slug)).toMatchObject({ id: into, articleCount: 2 });
    }
    const later = await writeTagged(service, ['قطاع غزة', 'غزة الآن']);
    expect(await tagsOf(later)).toEqual(['غزة']);
    const { node } = await ask<{ node: unknown }>(
      service,
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: from[0] },
      editor,
    );
    expect(node).toBeNull();
  });

  it('shows what only drafts had under a former slug once it leads to a public tag', async () => {
    const hidden = await writeTagged(service, ['خفي']);
    const timelineAt = service.clock.now();
    await moveArticle(service, hidden, { status: 'DRAFT', timelineAt });
    await writeTagged(service, ['غزة']);
    expect(await findTag('خفي')).toBeNull();
    await merge([await idOf('خفي')], await idOf('غزة'));
    expect(await findTag('خفي')).toMatchObject({ name: 'غزة', articleCount: 1 });
  });

  it('tells which ids are wrong, all at once, and changes nothing', async () => {
    const article = await writeTagged(service, ['غزة', 'مصر']);
    const [gaza, egypt] = [await idOf('غزة'), await idOf('مصر')];
    expect(faultsOf(await merge([egypt, nobody, gaza, 'nothing'], gaza))).toEqual([
      ['INVALID', 'input.from.2'],
      ['NOT_FOUND', 'input.from.1'],
      ['NOT_FOUND', 'input.from.3'],
    ]);
    expect(faultsOf(await merge([egypt], nobody))).toEqual([['NOT_FOUND', 'input.into']]);
    expect(faultsOf(await merge([], gaza))).toEqual([['REQUIRED', 'input.from']]);
    const many = Array.from({ length: 101 }, () => egypt);
    expect(faultsOf(await merge(many, gaza))).toEqual([['TOO_LONG', 'input.from']]);
    expect(await tagsOf(article)).toEqual(['غزة', 'مصر']);
  });
});
