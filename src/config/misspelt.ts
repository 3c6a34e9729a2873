import type { Environment } from './load-config';
import { variables } from './variables';

/** A variable that nobody reads, and the one that is most likely meant. */
export interface MisspeltVariable {
  readonly name: string;
  readonly meant: string;
}

/** Names of this length and above may differ in two letters. */
const longName = 10;

/**
 * Variables of the environment whose names are close to one that the service reads and that is not
 * set: letters left out, added, changed or swapped, or in lower case.
 */
export function listMisspelt(environment: Environment): MisspeltVariable[] {
  const unset = Object.keys(variables).filter((known) => environment[known] === undefined);
  return Object.keys(environment)
    .filter((name) => !Object.hasOwn(variables, name))
    .flatMap((name) => {
      const meant = unset.find((known) => isClose(name.toUpperCase(), known));
      return meant === undefined ? [] : [{ name, meant }];
    });
}

function isClose(name: string, known: string): boolean {
  const allowed = known.length >= longName ? 2 : 1;
  if (Math.abs(name.length - known.length) > allowed) return false;
  return countEdits(name, known) <= allowed;
}

/** Source: optimal string alignment distance, which counts two neighbours that are swapped as one. */
function countEdits(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped && i > 1 && j > 1 ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
