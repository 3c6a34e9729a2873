import { maxFaults, maxImagesPerSection, maxSections } from './article-bounds';
import type { ArticleEdit, ImageEdit } from './article-edit';
import type { ArticleFault } from './article-faults';
import { isFileId } from './check-image';

/** A picture's file that an edit names. */
export interface SentFile {
  readonly fileId: string;
  readonly path: readonly string[];
}

/** The files that an edit names; what the edit's own check refuses is passed over. */
export function listSentFiles({ leadImage, sections }: ArticleEdit): SentFile[] {
  const ofSections = (sections ?? [])
    .slice(0, maxSections)
    .flatMap(({ images }, section) =>
      (images ?? [])
        .slice(0, maxImagesPerSection)
        .flatMap((image, index) =>
          listFile(image, ['input', 'sections', String(section), 'images', String(index)]),
        ),
    );
  return [...listFile(leadImage, ['input', 'leadImage']), ...ofSections];
}

/** The files that the service does not hold, as faults. */
export function listUnknownFiles(
  sent: readonly SentFile[],
  held: ReadonlySet<string>,
): ArticleFault[] {
  return sent
    .filter(({ fileId }) => !held.has(fileId))
    .slice(0, maxFaults)
    .map(({ path }) => ({ kind: 'fileUnknown', path }));
}

function listFile(image: ImageEdit | null | undefined, path: readonly string[]): SentFile[] {
  const fileId = image?.fileId ?? null;
  return fileId !== null && isFileId(fileId) ? [{ fileId, path: [...path, 'fileId'] }] : [];
}
