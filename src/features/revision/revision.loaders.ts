import DataLoader from 'dataloader';
import type { RequestScope } from '../../platform/request';
import type { ArticleRevisionRepository, RevisionKey } from './article-revision.repository';
import { type Revision, toRevision } from './compose-article';

/** Saves by key, batched within one request. */
export interface RevisionLoaders {
  /** Null where the article has no save of this version. */
  readonly revisionByKey: DataLoader<RevisionKey, Revision | null, string>;
}

/** Makes the loaders of one request. */
export type MakeRevisionLoaders = (scope: RequestScope) => RevisionLoaders;

/** Loaders over the repository. Editors alone read saves, so none is cached beyond the request. */
export function createRevisionLoaders(revisions: ArticleRevisionRepository): MakeRevisionLoaders {
  return (scope) => ({
    revisionByKey: new DataLoader(
      async (keys) => {
        const rows = await revisions.findByVersions(scope.reads, keys);
        const byKey = new Map(rows.map((row) => [writeKey(row), toRevision(row)]));
        return keys.map((key) => byKey.get(writeKey(key)) ?? null);
      },
      { cacheKeyFn: writeKey },
    ),
  });
}

function writeKey({ articleId, version }: RevisionKey): string {
  return `${articleId} ${version}`;
}
