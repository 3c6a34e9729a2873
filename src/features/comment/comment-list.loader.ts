import DataLoader from 'dataloader';
import { groupByKey } from '../../lib/batch';
import type { RowNamespace } from '../../platform/cache';
import type { PageRequest, SortDirection } from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import type { Comment } from './comment.entity';

/** One parent's page of a list; equal requests of many parents are read by one statement. */
export interface CommentListKey {
  readonly parentId: string;
  readonly direction: SortDirection;
  readonly request: PageRequest;
  /** Which page, as a text that tells it from any other. */
  readonly page: string;
}

/** What a loader of lists is made from. */
export interface CommentListDependencies {
  readonly scope: RequestScope;
  readonly namespace: RowNamespace<readonly Comment[]>;
  /** What an answer with the list of a parent is tagged with. */
  readonly tagOf: (parentId: string) => string;
  readonly read: (
    parentIds: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ) => Promise<Comment[]>;
  readonly parentOf: (comment: Comment) => string | null;
}

/** The key of a parent's page. */
export function createListKey(
  parentId: string,
  direction: SortDirection,
  request: PageRequest,
): CommentListKey {
  return { parentId, direction, request, page: JSON.stringify([direction, request]) };
}

/** The parent of a key as `RowNamespace` has it. */
export function parentOfKey(text: string): string {
  return text.slice(0, text.indexOf(' '));
}

/** Keys that ask for the same page of different parents share a statement. */
export function createListLoader({
  scope,
  namespace,
  tagOf,
  read,
  parentOf,
}: CommentListDependencies): DataLoader<CommentListKey, readonly Comment[], string> {
  const readLists = async (keys: readonly CommentListKey[]) => {
    const lists = new Map<string, readonly Comment[]>();
    await Promise.all(
      groupAlike(keys).map(async (group) => {
        const [{ direction, request }] = group;
        const parentIds = group.map(({ parentId }) => parentId);
        const found = groupByKey(parentIds, await read(parentIds, direction, request), parentOf);
        group.forEach((key, index) => lists.set(writeKey(key), found[index] ?? []));
      }),
    );
    return lists;
  };
  return new DataLoader(
    async (keys) => {
      for (const { parentId } of keys) scope.cacheDependencies.dependOn(tagOf(parentId));
      const byText = new Map(keys.map((key) => [writeKey(key), key]));
      return namespace.read(scope, [...byText.keys()], async (missing) => {
        const lists = await readLists(missing.flatMap((text) => byText.get(text) ?? []));
        return missing.map((text) => lists.get(text) ?? []);
      });
    },
    { cacheKeyFn: writeKey },
  );
}

type Group = [CommentListKey, ...CommentListKey[]];

function groupAlike(keys: readonly CommentListKey[]): Group[] {
  const groups = new Map<string, Group>();
  for (const key of keys) {
    const group = groups.get(key.page);
    if (group === undefined) groups.set(key.page, [key]);
    else group.push(key);
  }
  return [...groups.values()];
}

function writeKey({ parentId, page }: CommentListKey): string {
  return `${parentId} ${page}`;
}
