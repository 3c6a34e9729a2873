import { ArticlePageDocument, FrontPageDocument } from '../../../examples/generated/operations';
import { Role } from '../../../src/platform/request';
import { ask } from '../ask';
import { askAs } from '../ask-as';
import { buildDraft, writeArticle } from '../builders';
import type { TestApp } from '../start-app';

const statuses = [
  null,
  ['PUBLISHED'],
  ['SCHEDULED'],
  ['DRAFT', 'ARCHIVED'],
  ['PUBLISHED', 'SCHEDULED'],
  ['DRAFT', 'PUBLISHED', 'SCHEDULED', 'ARCHIVED'],
];
const dates = [
  {},
  { publishedAfter: '2024-01-01T00:00:00Z' },
  { publishedBefore: '2025-01-01T00:00:00Z' },
  { publishedAfter: '2024-01-01T00:00:00Z', publishedBefore: '2025-01-01T00:00:00Z' },
];
const bylines = [{}, { byline: 'فريق التحرير' }];
const locales = [{}, { locale: 'ar' }];

/** Each kind of filter that the contract allows on articles. */
export const articleFilters: readonly object[] = statuses.flatMap((status) =>
  dates.flatMap((date) =>
    bylines.flatMap((byline) =>
      locales.map((locale) => ({ status, ...date, ...byline, ...locale })),
    ),
  ),
);

const listing = `query ($filter: ArticleFilter, $orderBy: ArticleOrder!, $first: Int, $last: Int) {
  articles(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
    nodes { id } totalCount } }`;

const objects = `query ($ids: [ID!]!) { nodes(ids: $ids) { id
  ... on Article { images { id section { id } article { id } } sections { id article { id } } }
  ... on Section { heading images { id } }
  ... on Image { caption } } }`;

/** Every way to write articles and to read them without searching. */
export async function exerciseArticles(service: TestApp): Promise<void> {
  const { article } = await writeArticle(service);
  await writeVersions(service);
  await ask(service, ArticlePageDocument, { slug: article.slug });
  await ask(service, FrontPageDocument, { first: 20 });
  const { nodes } = await ask<{
    nodes: { images: { id: string }[]; sections: { id: string }[] }[];
  }>(service, objects, { ids: [article.id] });
  const parts = nodes.flatMap(({ images, sections }) => [...images, ...sections]);
  await ask(service, objects, { ids: parts.map(({ id }) => id) });
  for (const filter of articleFilters) {
    for (const orderBy of ['PUBLISHED_AT_DESC', 'PUBLISHED_AT_ASC']) {
      for (const size of [{ first: 20 }, { last: 20 }]) {
        await askAs(service, Role.EDITOR, listing, { filter, orderBy, ...size });
      }
    }
  }
  for (const open of [false, true]) {
    const document = `mutation ($id: ID!, $open: Boolean!) {
      setCommentsOpen(input: { articleId: $id, open: $open }) { article { id } } }`;
    await askAs(service, Role.EDITOR, document, { id: article.id, open });
  }
}

/** New articles and later versions, under slugs of all kinds. */
async function writeVersions(service: TestApp): Promise<void> {
  const { articles } = service.app.features;
  await articles.hasAny();
  const draft = buildDraft({ slug: 'first', title: 'كلمة فريدة' });
  const { article } = await articles.write(draft);
  await articles.write({ ...draft, title: 'كلمة أخرى' });
  await articles.changeSlug(article.id, 'second');
  await articles.changeSlug(article.id, 'first');
  await articles.write(buildDraft({ slug: 'first', isSlugChosen: false }));
  await writeOfSource(service);
}

/** A page of one day, its next day’s, and the first day’s again with its day stated only now. */
async function writeOfSource({ app }: TestApp): Promise<void> {
  const { articles } = app.features;
  const draft = buildDraft({ slug: 'daily', isSlugChosen: false, sourceKey: 'daily.txt' });
  await articles.write(draft);
  for (const sourceDay of ['2024-06-11', '2024-06-12', '2024-06-11']) {
    await articles.write({ ...draft, sourceDay });
  }
}
