import { type ImageFile, speak } from '../media';
import type { ImageContent } from './content/snapshot';

/** What is said of a picture. */
export interface PictureTexts {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Files by id. */
export type FilesById = ReadonlyMap<string, ImageFile>;

/** The texts of a picture: the editor's, else its file's in the article's language. */
export function chooseTexts(
  { alt, caption, credit }: ImageContent,
  file: ImageFile | null,
  locale: string,
): PictureTexts {
  const said = file === null ? null : speak(file, locale);
  const shownCaption = caption ?? said?.caption ?? null;
  return {
    alt: alt ?? said?.alt ?? shownCaption ?? '',
    caption: shownCaption,
    credit: credit ?? said?.credit ?? null,
  };
}
