import {
  readCaption,
  beginsWithCreditLabel,
  isAgency,
  readCredit,
  readImageCaption,
  readImageSource,
} from '../../../lib/captions';
import { phraseOf, phraseSet } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { readByline, readDateline } from './byline-line';
import { isDateLine } from './date-line';
import { endsSentence, headingMaxWords, isListItem } from './line-shapes';
import type { PageLine } from './page-lines';
import { readReadingTime } from './reading-time-line';

/** The longest caption above or below its credit's own line, in words. */
const captionMaxWords = 60;

/** So many lines from the top a lone agency's name may be the byline. */
const headLines = 8;

/** So many lines from the top a town, a name and an agency are no credit. */
const datelineLines = 14;

/** Agencies that sell pictures only: alone on a line they credit one. */
const photoAgencies = phraseSet(
  ...['getty', 'getty images', 'afp via getty images', 'shutterstock', 'alamy', 'istock', 'imago'],
  ...['picture alliance', 'unsplash', 'nurphoto', 'غيتي', 'غيتي إيميجز', 'جيتي إيميجز', 'گیتی'],
  ...['گیٹی امیجز', 'גטי', 'gettyimages', '视觉中国', 'ゲッティ', 'epa', 'zuma press'],
);

/** What makes a credit of an agency's name. */
const creditMark = /[\u00A9:\uFF1A]/u;
/** 'JANE ROE / THE VALLEY HERALD' */
const upperCredit =
  /^\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){1,3}\s?\/\s?\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,4}$/u;
const bracketed = /^[([（［](.+)[)\]）］]$/u;

/** A picture: the lines that tell of it, by their index, and what they say. */
export interface PageImage {
  readonly indices: readonly number[];
  readonly caption: string | null;
  readonly credit: string | null;
}

/**
 * Finds the pictures whose lines say by themselves that they are captions or credits.
 *
 * Shape: a credit on a line of its own belongs to the caption in the same block, or to none.
 */
export function findImages(lines: readonly PageLine[]): readonly PageImage[] {
  const first = lines.findIndex(({ furniture }) => furniture === null);
  const images: PageImage[] = [];
  const taken = new Set<number>();
  lines.forEach((line, index) => {
    if (taken.has(index) || index === first || line.furniture !== null) return;
    const image = imageAt(lines, index, first);
    if (image === null || image.indices.some((at) => taken.has(at))) return;
    for (const at of image.indices) taken.add(at);
    images.push(image);
  });
  return images;
}

function imageAt(lines: readonly PageLine[], index: number, first: number): PageImage | null {
  const text = lines[index]?.text ?? '';
  const next = lines[index + 1]?.text ?? '';
  const source = readImageSource(text);
  const caption = readImageCaption(text);
  if (source !== null) return pairOf(index, readImageCaption(next), source);
  if (caption !== null) return pairOf(index, readImageSource(next), caption, true);
  if (index - first < datelineLines && readDateline(text) !== null) return null;
  const whole = readCaption(text);
  if (whole !== null) return { indices: [index], ...whole };
  return creditAt(lines, index, first);
}

/** An image of a labelled line, with the other label's line where it follows. */
function pairOf(index: number, other: string | null, own: string, isCaption = false): PageImage {
  const indices = other === null ? [index] : [index, index + 1];
  return isCaption
    ? { indices, caption: own, credit: other }
    : { indices, caption: other, credit: own };
}

/** A line that is a credit alone, with the caption above or below it in a block of two. */
function creditAt(lines: readonly PageLine[], index: number, first: number): PageImage | null {
  const text = lines[index]?.text ?? '';
  const credit = creditAlone(text);
  if (credit === null) return null;
  const isSure =
    creditMark.test(text) ||
    upperCredit.test(text) ||
    beginsWithCreditLabel(text) ||
    namesPhotoAgency(text);
  if (!isSure && index - first < headLines) return null;
  const at = [index - 1, index + 1].find((other) => isCaptionOf(lines, other, index, first));
  if (at === undefined) return isSure ? { indices: [index], caption: null, credit } : null;
  const indices = [at, index].sort((one, other) => one - other);
  return { indices, caption: lines[at]?.text ?? null, credit };
}

function namesPhotoAgency(text: string): boolean {
  const phrase = ` ${phraseOf(text)} `;
  for (const agency of photoAgencies) {
    if (phrase.includes(` ${agency} `)) return true;
  }
  return false;
}

function creditAlone(text: string): string | null {
  const inside = bracketed.exec(text)?.[1];
  if (inside !== undefined) return isAgency(inside) ? inside : null;
  if (upperCredit.test(text)) return text;
  const found = readCredit(text);
  return found?.caption === '' ? found.credit : null;
}

/** Whether a line and its neighbour with a credit are a block of two. */
function isCaptionOf(
  lines: readonly PageLine[],
  index: number,
  credit: number,
  first: number,
): boolean {
  const line = lines[index];
  if (line?.furniture !== null || index === first || isOther(line.text)) return false;
  const top = Math.min(index, credit);
  const isTied = lines[top + 1]?.gapBefore === 0;
  const isLast = (lines[top + 2]?.gapBefore ?? 1) > 0;
  const isFirst = (lines[top]?.gapBefore ?? 0) > 0 || !endsSentence(lines[top - 1]?.text ?? '');
  const isBlock = isLast && isFirst;
  const words = countWords(line.text);
  if (isTied && isBlock) return words <= captionMaxWords;
  return isTied && index < credit && !endsSentence(line.text) && words <= headingMaxWords * 2;
}

function isOther(text: string): boolean {
  return (
    isListItem(text) ||
    isDateLine(text) ||
    readByline(text) !== null ||
    readReadingTime(text) !== null
  );
}
