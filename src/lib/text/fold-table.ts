import { continuesRun, foldRun, foldedRun } from './fold-code-points';

/** Marks a unit that is left out; a noncharacter, so that no letter folds to it. */
export const dropped = 0xfffe;

const slow = 0xffff;
const unknown = 0;

/** Folded unit of each unit that folds to one by itself; filled as the units are met. */
const units = new Uint16Array(0x10000);

/** Runs that need more than the table, kept because news text repeats its letters. */
const runs = new Map<string, string>();
const maxRememberedRuns = 4096;

const composingMark = /[\u0653-\u0655]/u;

/** Returns the folded unit of a unit for which {@link simpleEnd} found an end, or `DROPPED`. */
export function foldedUnit(unit: number): number {
  return units[unit] ?? dropped;
}

/**
 * Finds where the run at `start` ends if the table alone can fold it.
 *
 * Shape: 0 when the run has to be folded whole, by {@link foldRunFromMemory}.
 */
export function simpleEnd(text: string, start: number): number {
  const first = lookUp(text.charCodeAt(start));
  if (first === slow) return 0;
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const next = lookUp(text.charCodeAt(end));
    if (next === dropped) continue;
    return next === slow && mayContinue(text, end) ? 0 : end;
  }
  return end;
}

/** Returns the run at `start`: a code point and all that is folded together with it. */
export function runAt(text: string, start: number): string {
  foldedRun.lastIndex = start;
  return foldedRun.exec(text)?.[0] ?? text.charAt(start);
}

/** Folds a run, once for all its occurrences. */
export function foldRunFromMemory(run: string): string {
  const known = runs.get(run);
  if (known !== undefined) return known;
  const folded = foldRun(run);
  if (runs.size < maxRememberedRuns) runs.set(run, folded);
  return folded;
}

function mayContinue(text: string, index: number): boolean {
  return continuesRun.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

function lookUp(unit: number): number {
  const known = units[unit] ?? slow;
  return known === unknown ? learn(unit) : known;
}

function learn(unit: number): number {
  const meaning = meaningOf(String.fromCharCode(unit));
  units[unit] = meaning;
  return meaning;
}

function meaningOf(character: string): number {
  if (/^\p{Surrogate}/u.test(character)) return slow;
  const folded = foldRun(character);
  if (continuesRun.test(character)) {
    // A mark that may compose with the letter before it has to be folded together with it.
    return folded === '' && !composingMark.test(character) ? dropped : slow;
  }
  const unit = folded.charCodeAt(0);
  return folded.length === 1 && unit !== unknown && unit < dropped ? unit : slow;
}
