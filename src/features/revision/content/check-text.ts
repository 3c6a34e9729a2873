import {
  hasControlCharacters,
  hasControlCharactersInBody,
  hasLoneSurrogates,
  hasTooManyMarks,
  isBlank,
  normalizeMultilineText,
  normalizeText,
} from '../../../lib/text';
import type { ArticleFault } from './article-faults';

/** Takes the faults that are found, in the order of the fields. */
export interface FaultSink {
  add(fault: ArticleFault): void;
}

/** A field's value as it was sent, where it stands, and where its faults go. */
export interface SentText {
  readonly path: readonly string[];
  /** Units: UTF-16 code units, before anything is normalized. */
  readonly maxLength: number;
}

/**
 * A line of text as it is stored.
 * Shape: null for a blank text; undefined where it has a fault, which has been added.
 */
export function checkLine(
  sent: string,
  at: SentText,
  faults: FaultSink,
): string | null | undefined {
  if (!isSound(sent, at, faults, 'unprintable')) return undefined;
  const text = normalizeText(sent);
  return isBlank(text) ? null : text;
}

/** A plain text of several lines as it is stored; otherwise like {@link checkLine}. */
export function checkLines(
  sent: string,
  at: SentText,
  faults: FaultSink,
): string | null | undefined {
  if (!isSound(sent, at, faults, 'unprintableInLines')) return undefined;
  const text = normalizeMultilineText(sent);
  return isBlank(text) ? null : text;
}

/** Whether a text may be normalized; the first reason against it has been added. */
export function isSound(
  sent: string,
  { path, maxLength }: SentText,
  faults: FaultSink,
  unprintable: 'unprintable' | 'unprintableInLines',
): boolean {
  if (sent.length > maxLength) {
    faults.add({ kind: 'tooLong', path, limit: maxLength });
    return false;
  }
  const hasControls =
    unprintable === 'unprintable' ? hasControlCharacters : hasControlCharactersInBody;
  if (hasControls(sent) || hasLoneSurrogates(sent)) {
    faults.add({ kind: unprintable, path });
    return false;
  }
  if (!hasTooManyMarks(sent)) return true;
  faults.add({ kind: 'marks', path });
  return false;
}
