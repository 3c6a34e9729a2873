import type { RunningServer } from '../processes/server-process';

const document =
  'query ($query: String!) { searchArticles(query: $query, first: 10) { nodes { id } } }';

interface SearchAnswer {
  readonly data?: { readonly searchArticles: { readonly nodes: readonly { id: string }[] } } | null;
  readonly errors?: readonly object[];
}

/** The ids of the first ten articles that a service finds. Errors: an Error for any other answer. */
export async function search({ origin }: RunningServer, query: string): Promise<string[]> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { query } }),
  });
  const { data, errors } = (await response.json()) as SearchAnswer;
  if (data === null || data === undefined) {
    throw new Error(`Searching for "${query}" failed: ${JSON.stringify(errors)}`);
  }
  return data.searchArticles.nodes.map(({ id }) => id);
}

/** Searches one after the other; what each took. Units: milliseconds. */
export async function timeSearches(
  server: RunningServer,
  queries: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const startedAt = performance.now();
    await search(server, query);
    times.push(performance.now() - startedAt);
  }
  return times;
}
