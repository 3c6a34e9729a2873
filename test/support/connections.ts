import type { PageInfo } from '../../examples/generated/operations';

/** Relay's four arguments, as a client sends them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A page of any list, as a client reads it. */
export interface ConnectionPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** Reads a page of one list. */
export type ReadPage = (page: PageArguments) => Promise<ConnectionPage>;

/** What every connection is asked for. */
export const connectionFields = `
  edges { cursor node { id } }
  nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  totalCount`;

/** Where a page lies in the whole list: the places of its cursors, and its size. */
export interface Window {
  readonly isBackward: boolean;
  /** Null where no size is sent. */
  readonly size: number | null;
  readonly after: number | null;
  readonly before: number | null;
}

/**
 * The page that the Relay specification wants of a list whose cursors are known.
 * Source: Relay cursor connections specification, 4.
 */
export function expectedPage(
  ids: readonly string[],
  cursors: readonly string[],
  { isBackward, size, after, before }: Window,
): ConnectionPage {
  const from = after === null ? 0 : after + 1;
  const to = Math.max(from, before ?? ids.length);
  const limit = size ?? 20;
  const start = isBackward ? Math.max(from, to - limit) : from;
  const end = isBackward ? to : Math.min(to, from + limit);
  const afterCursor = after === null ? null : (cursors[after] ?? null);
  const beforeCursor = before === null ? null : (cursors[before] ?? null);
  // A page of size 0 leads on from the cursor that it was asked with, and from nowhere else.
  const leadsOn = limit > 0 || (isBackward ? before : after) !== null;
  const edges = ids
    .slice(start, end)
    .map((id, index) => ({ cursor: cursors[start + index] ?? '', node: { id } }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasPreviousPage: isBackward ? leadsOn && start > from : after !== null,
      hasNextPage: isBackward ? before !== null : leadsOn && end < to,
      startCursor: limit === 0 ? beforeCursor : (edges.at(0)?.cursor ?? null),
      endCursor: limit === 0 ? afterCursor : (edges.at(-1)?.cursor ?? null),
    },
    totalCount: ids.length,
  };
}

/** The arguments that ask for a window. */
export function toArguments(cursors: readonly string[], window: Window): PageArguments {
  const cursorAt = (place: number | null) => (place === null ? {} : { cursor: cursors[place] });
  const { cursor: after } = cursorAt(window.after);
  const { cursor: before } = cursorAt(window.before);
  return {
    ...(window.size === null ? {} : { [window.isBackward ? 'last' : 'first']: window.size }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}

/** The ids of a whole list, read page by page from the start. */
export async function walkForward(read: ReadPage, size: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null | undefined = null;
  for (let hasMore = true; hasMore;) {
    const { nodes, pageInfo } = await read({ first: size, after: after ?? null });
    ids.push(...nodes.map(({ id }) => id));
    ({ hasNextPage: hasMore, endCursor: after } = pageInfo);
  }
  return ids;
}

/** The ids of a whole list, read page by page from the end; in the list's order all the same. */
export async function walkBackward(read: ReadPage, size: number): Promise<string[]> {
  const ids: string[] = [];
  let before: string | null | undefined = null;
  for (let hasMore = true; hasMore;) {
    const { nodes, pageInfo } = await read({ last: size, before: before ?? null });
    ids.unshift(...nodes.map(({ id }) => id));
    ({ hasPreviousPage: hasMore, startCursor: before } = pageInfo);
  }
  return ids;
}
