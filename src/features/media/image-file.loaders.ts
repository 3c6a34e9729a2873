import DataLoader from 'dataloader';
import { matchByKey } from '../../lib/batch';
import type { RequestScope } from '../../platform/request';
import type { ImageFileUseRepository } from './image-file-use.repository';
import type { ImageFile } from './image-file.entity';
import { canSeeFiles } from './image-file.policy';
import type { ImageFileRepository } from './image-file.repository';

/** Image files by key, batched within one request. */
export interface ImageFileLoaders {
  /** Null also for a viewer below EDITOR, so that hidden and absent look alike. */
  readonly imageFileById: DataLoader<string, ImageFile | null>;
  readonly imageFileBySha256: DataLoader<string, ImageFile | null>;
}

/** The type's name in ids of files. */
export const imageFileIdPrefix = 'file';

/** Makes the loaders of one request. */
export type MakeImageFileLoaders = (scope: RequestScope) => ImageFileLoaders;

/** What an answer that shows a file is tagged with; a CDN purges its renditions by the same key. */
export function imageFileTag(id: string): string {
  return `file:${id}`;
}

/** Loaders over the repository. */
export function createImageFileLoaders(files: ImageFileRepository): MakeImageFileLoaders {
  return (scope) => {
    const forEditors =
      (load: (keys: readonly string[]) => Promise<(ImageFile | null)[]>) =>
      async (keys: readonly string[]) =>
        canSeeFiles(scope.viewer) ? load(keys) : keys.map(() => null);
    return {
      imageFileById: new DataLoader(
        forEditors(async (ids) => {
          for (const id of ids) scope.cacheDependencies.dependOn(imageFileTag(id));
          return matchByKey(ids, await files.findByIds(scope.reads, ids), ({ id }) => id);
        }),
      ),
      imageFileBySha256: new DataLoader(
        forEditors(async (hashes) =>
          matchByKey(hashes, await files.findByHashes(scope.reads, hashes), ({ sha256 }) => sha256),
        ),
      ),
    };
  };
}

/** How often files are used, by key, batched within one request; for editors alone. */
export interface FileUseLoaders {
  readonly articleCountByFileId: DataLoader<string, number>;
}

/** Makes the loaders of one request. */
export type MakeFileUseLoaders = (scope: RequestScope) => FileUseLoaders;

/** Loaders over the repository. */
export function createFileUseLoaders(uses: ImageFileUseRepository): MakeFileUseLoaders {
  return ({ reads }) => ({
    articleCountByFileId: new DataLoader(async (ids) => {
      const counts = await uses.countByFileIds(reads, ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  });
}
