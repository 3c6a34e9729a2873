import { editDistance } from '../lib/text';
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
  return editDistance(name, known) <= allowed;
}
