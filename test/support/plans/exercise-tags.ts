import { Role } from '../../../src/platform/request';
import { ask } from '../ask';
import { askAs } from '../ask-as';
import type { TestApp } from '../start-app';
import { assignTags, moveArticle, toTagged, writeTagged } from '../tags';

const listing = `query ($orderBy: TagOrder!, $startsWith: String, $first: Int, $last: Int) {
  tags(orderBy: $orderBy, startsWith: $startsWith, first: $first, last: $last) {
    nodes { id articleCount articles(first: 5) { nodes { id tags { name } } totalCount }
      oldest: articles(last: 5) { nodes { id } } } totalCount } }`;

const renaming = `mutation ($id: ID!, $name: String!) {
  renameTag(input: { id: $id, name: $name }) { userErrors { code } } }`;
const merging = `mutation ($from: [ID!]!, $into: ID!) {
  mergeTags(input: { from: $from, into: $into }) { userErrors { code } } }`;

const filtering = `query ($filter: ArticleFilter, $orderBy: ArticleOrder!, $first: Int, $last: Int) {
  articles(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
    nodes { id } totalCount } }`;

/** Each way to filter articles by a tag and what else there is. */
const tagFilters: readonly object[] = [
  {},
  { status: ['DRAFT'] },
  { status: ['SCHEDULED'] },
  { status: ['DRAFT', 'PUBLISHED', 'SCHEDULED', 'ARCHIVED'] },
  { byline: 'فريق التحرير' },
  { locale: 'ar' },
  { locale: 'ar', byline: 'فريق التحرير' },
  { publishedAfter: '2024-01-01T00:00:00Z', publishedBefore: '2025-01-01T00:00:00Z' },
  { status: ['DRAFT'], publishedAfter: '2024-01-01T00:00:00Z' },
].map((filter) => ({ ...filter, tag: 'غزة' }));

/** Every way to give articles tags, and to read and change tags. */
export async function exerciseTags(service: TestApp): Promise<void> {
  const id = await writeTagged(service, ['غزة', 'مصر', 'C++', 'C#']);
  const standing = { status: 'PUBLISHED', timelineAt: service.clock.now() } as const;
  await moveArticle(service, id, standing);
  await assignTags(service, toTagged(service, id, standing), ['غزة', 'مصر', 'لبنان']);
  for (const role of [Role.READER, Role.EDITOR]) {
    for (const orderBy of ['ARTICLES_DESC', 'NAME_ASC']) {
      for (const startsWith of [null, 'غ']) {
        for (const size of [{ first: 20 }, { last: 20 }]) {
          await askAs(service, role, listing, { orderBy, startsWith, ...size });
        }
      }
    }
    await askAs(service, role, '{ tag(slug: "غزه") { id } }');
  }
  for (const filter of tagFilters) {
    for (const orderBy of ['PUBLISHED_AT_DESC', 'PUBLISHED_AT_ASC']) {
      for (const size of [{ first: 20 }, { last: 20 }]) {
        await askAs(service, Role.EDITOR, filtering, { filter, orderBy, ...size });
      }
    }
    await askAs(
      service,
      Role.EDITOR,
      'query ($filter: ArticleFilter) { searchArticles(query: "مقال", filter: $filter) { totalCount } }',
      { filter },
    );
  }
  await changeTags(service);
}

async function changeTags(service: TestApp): Promise<void> {
  const { tags } = await ask<{ tags: { nodes: { id: string }[] } }>(
    service,
    '{ tags { nodes { id } } }',
  );
  const [one, other, third] = tags.nodes.map(({ id }) => id);
  await ask(service, 'query ($id: ID!) { node(id: $id) { id } }', { id: one });
  await askAs(service, Role.EDITOR, renaming, { id: one, name: 'قطاع غزة' });
  await askAs(service, Role.EDITOR, merging, { from: [other, third], into: one });
}
