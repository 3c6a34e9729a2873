import { CONTINUES_RUN, foldRun, RUN } from './fold-code-points';

/** Marks a unit that is left out; a noncharacter, so that no letter folds to it. */
export const DROPPED = 0xfffe;

const SLOW = 0xffff;
const UNKNOWN = 0;

/** Folded unit of each unit that folds to one by itself; filled as the units are met. */
const UNITS = new Uint16Array(0x10000);

/** Runs that need more than the table, kept because news text repeats its letters. */
const RUNS = new Map<string, string>();
const MAX_REMEMBERED_RUNS = 4096;

const COMPOSING_MARK = /[\u0653-\u0655]/u;

/** Returns the folded unit of a unit for which {@link simpleEnd} found an end, or `DROPPED`. */
export function foldedUnit(unit: number): number {
  return UNITS[unit] ?? DROPPED;
}

/**
 * Finds where the run at `start` ends if the table alone can fold it.
 *
 * Shape: 0 when the run has to be folded whole, by {@link foldRunFromMemory}.
 */
export function simpleEnd(text: string, start: number): number {
  const first = lookUp(text.charCodeAt(start));
  if (first === SLOW) return 0;
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const next = lookUp(text.charCodeAt(end));
    if (next === DROPPED) continue;
    return next === SLOW && mayContinue(text, end) ? 0 : end;
  }
  return end;
}

/** Returns the run at `start`: a code point and all that is folded together with it. */
export function runAt(text: string, start: number): string {
  RUN.lastIndex = start;
  return RUN.exec(text)?.[0] ?? text.charAt(start);
}

/** Folds a run, once for all its occurrences. */
export function foldRunFromMemory(run: string): string {
  const known = RUNS.get(run);
  if (known !== undefined) return known;
  const folded = foldRun(run);
  if (RUNS.size < MAX_REMEMBERED_RUNS) RUNS.set(run, folded);
  return folded;
}

function mayContinue(text: string, index: number): boolean {
  return CONTINUES_RUN.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

function lookUp(unit: number): number {
  const known = UNITS[unit] ?? SLOW;
  return known === UNKNOWN ? learn(unit) : known;
}

function learn(unit: number): number {
  const meaning = meaningOf(String.fromCharCode(unit));
  UNITS[unit] = meaning;
  return meaning;
}

function meaningOf(character: string): number {
  if (/^\p{Surrogate}/u.test(character)) return SLOW;
  const folded = foldRun(character);
  if (CONTINUES_RUN.test(character)) {
    // A mark that may compose with the letter before it has to be folded together with it.
    return folded === '' && !COMPOSING_MARK.test(character) ? DROPPED : SLOW;
  }
  const unit = folded.charCodeAt(0);
  return folded.length === 1 && unit !== UNKNOWN && unit < DROPPED ? unit : SLOW;
}
