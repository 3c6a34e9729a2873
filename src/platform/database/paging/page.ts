import { type Position, writeCursor } from './cursor';
import type { PageRequest } from './page-request';

/** A row with the opaque text of its place. */
export interface Edge<Item> {
  readonly node: Item;
  readonly cursor: string;
}

/** A list that is paged. */
export interface PagedList<Item> {
  /** Identifies the list in words, such as `comments of article_…, OLDEST`; cursors carry it. */
  readonly name: string;
  readonly positionOf: (item: Item) => Position;
}

/** Where a page stands in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page of a list, in the list's order; edges and the total are made only when asked for. */
export class Page<Item> {
  private constructor(
    readonly nodes: readonly Item[],
    private readonly list: PagedList<Item>,
    private readonly request: PageRequest,
    private readonly hasMore: boolean,
    private readonly count: () => number | Promise<number>,
  ) {}

  /** A page from rows as the index was read: more than the page has where another page follows. */
  static of<Item>(
    rows: readonly Item[],
    list: PagedList<Item>,
    request: PageRequest,
    count: () => number | Promise<number>,
  ): Page<Item> {
    const nodes = rows.slice(0, request.limit);
    if (request.isBackward) nodes.reverse();
    return new Page(nodes, list, request, rows.length > request.limit, count);
  }

  get edges(): Edge<Item>[] {
    return this.nodes.map((node) => ({ node, cursor: this.cursorOf(node) }));
  }

  /**
   * Source: Relay cursor connections specification, 4.4: what lies beyond the page in its own
   * direction is known from the row read too many; in the other direction a cursor tells, since
   * the edge that it was taken from lies there. A page of size 0 has no edge to go on from: it
   * repeats the caller's cursor, and without one it claims no further page.
   */
  get pageInfo(): PageInfo {
    const { limit, isBackward, after, before } = this.request;
    if (limit === 0) return this.emptyPageInfo();
    const first = this.nodes[0];
    const last = this.nodes.at(-1);
    return {
      hasNextPage: isBackward ? before !== null : this.hasMore,
      hasPreviousPage: isBackward ? this.hasMore : after !== null,
      startCursor: first === undefined ? null : this.cursorOf(first),
      endCursor: last === undefined ? null : this.cursorOf(last),
    };
  }

  private emptyPageInfo(): PageInfo {
    const { isBackward, after, before } = this.request;
    const hasMore = this.hasMore && (isBackward ? before : after) !== null;
    return {
      hasNextPage: isBackward ? before !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : after !== null,
      startCursor: before === null ? null : writeCursor(before, this.list.name),
      endCursor: after === null ? null : writeCursor(after, this.list.name),
    };
  }

  /** Cost: one counting statement, or none where a counter is kept. */
  totalCount(): number | Promise<number> {
    return this.count();
  }

  private cursorOf(item: Item): string {
    return writeCursor(this.list.positionOf(item), this.list.name);
  }
}
