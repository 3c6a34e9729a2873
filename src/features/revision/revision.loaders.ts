import DataLoader from 'dataloader';
import { matchByKey } from '../../lib/batch';
import type { RequestScope } from '../../platform/request';
import { type ImageFile, imageFileTag, type MediaFeature } from '../media';
import type { ArticleRevisionRepository, RevisionKey } from './article-revision.repository';
import { type Revision, toRevision } from './compose-article';

/** Saves by key, batched within one request. */
export interface RevisionLoaders {
  /** Null where the article has no save of this version. */
  readonly revisionByKey: DataLoader<RevisionKey, Revision | null, string>;
  /** The file of a save's picture, for whoever may see the save; null where it is gone. */
  readonly fileById: DataLoader<string, ImageFile | null>;
}

/** Makes the loaders of one request. */
export type MakeRevisionLoaders = (scope: RequestScope) => RevisionLoaders;

/** Loaders over the repository. Editors alone read saves, so none is cached beyond the request. */
export function createRevisionLoaders(
  revisions: ArticleRevisionRepository,
  imageFiles: MediaFeature['imageFiles'],
): MakeRevisionLoaders {
  return (scope) => ({
    revisionByKey: new DataLoader(
      async (keys) => {
        const rows = await revisions.findByVersions(scope.reads, keys);
        const byKey = new Map(rows.map((row) => [writeKey(row), toRevision(row)]));
        return keys.map((key) => byKey.get(writeKey(key)) ?? null);
      },
      { cacheKeyFn: writeKey },
    ),
    fileById: new DataLoader(async (ids) => {
      for (const id of ids) scope.cacheDependencies.dependOn(imageFileTag(id));
      return matchByKey(ids, await imageFiles.findByIds(scope.reads, ids), ({ id }) => id);
    }),
  });
}

function writeKey({ articleId, version }: RevisionKey): string {
  return `${articleId} ${version}`;
}
