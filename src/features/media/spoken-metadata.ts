import { languageOf } from '../../lib/text';
import type { ImageFile } from './image-file.entity';
import type { FileMetadata } from './metadata';
// Not through the door: what reads files, and sharp with it, is loaded by the workers alone.
import { chooseText } from './metadata/choose-text';

/** The parts of a file that its texts follow from. */
export type Speaking = Pick<ImageFile, 'said' | 'alt' | 'caption' | 'credit'>;

/** What a file says in one language, an editor's words in place of its own. */
export interface SpokenTexts {
  readonly caption: string | null;
  readonly alt: string | null;
  /** Whom the picture is credited to. */
  readonly credit: string | null;
  /** Who took or made it; several parted by commas. */
  readonly creator: string | null;
  readonly copyright: string | null;
}

/** What a file says, with an editor's words in place of its own: what renditions carry. */
export function spokenMetadata({ said, alt, caption, credit }: Speaking): FileMetadata {
  return {
    ...said,
    captions: caption === null ? said.captions : [{ language: null, text: caption }],
    alts: alt === null ? said.alts : [{ language: null, text: alt }],
    credit: credit ?? said.credit,
  };
}

/**
 * A file's texts in a language: where it says them in several, in the one wanted, else in the one
 * that it states as its own.
 */
export function speak(file: Speaking, locale: string): SpokenTexts {
  const { captions, alts, copyrights, creators, credit } = spokenMetadata(file);
  return {
    caption: chooseText(captions, locale),
    alt: chooseText(alts, locale),
    credit,
    creator: creators.length === 0 ? null : creators.join(isArabic(locale) ? '، ' : ', '),
    copyright: chooseText(copyrights, locale),
  };
}

/** Every text of a file, in every language. */
export function listSaidTexts(file: Speaking): (string | null)[] {
  const { captions, alts, copyrights, creators, credit } = spokenMetadata(file);
  const localized = [...captions, ...alts, ...copyrights].map(({ text }) => text);
  return [...localized, ...creators, credit];
}

function isArabic(locale: string): boolean {
  return languageOf(locale) === 'ar';
}
