import { ask } from './ask';
import type { RequestOptions, TestApp } from './start-app';

/** A text with the words in it that were found. */
export interface Highlight {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A page of a search as a client reads it. */
export interface SearchPage {
  readonly edges: readonly {
    readonly cursor: string;
    readonly score: number;
    readonly node: { readonly id: string; readonly slug: string };
    readonly highlights: readonly Highlight[];
  }[];
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly suggestion: string | null;
}

/** What a search is sent with. */
export interface SearchVariables {
  readonly query: string;
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
}

/** A search with all that it can answer. */
export const searching = `query ($query: String!, $first: Int, $after: String, $filter: ArticleFilter) {
  searchArticles(query: $query, first: $first, after: $after, filter: $filter) {
    edges { cursor score node { id slug } highlights { field text ranges { start end } } }
    nodes { slug }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
    suggestion
  }
}`;

/** What a reader finds. */
export async function search(
  service: TestApp,
  variables: SearchVariables | string,
  options: RequestOptions = {},
): Promise<SearchPage> {
  const sent = typeof variables === 'string' ? { query: variables } : variables;
  const { searchArticles } = await ask<{ searchArticles: SearchPage }>(
    service,
    searching,
    sent,
    options,
  );
  return searchArticles;
}

/** The slugs of what a reader finds, in order. */
export async function findSlugs(
  service: TestApp,
  variables: SearchVariables | string,
): Promise<string[]> {
  const { nodes } = await search(service, variables);
  return nodes.map(({ slug }) => slug);
}
