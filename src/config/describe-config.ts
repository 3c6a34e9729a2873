import { type Environment, textOf } from './load-config';
import { type Variable, type VariableName, variables } from './variables';

/** One line of the table that documents the variables. */
export interface VariableRow {
  readonly name: string;
  readonly defaultText: string;
  readonly meaning: string;
}

/** One line of the table with what is in force. */
export interface EffectiveRow extends VariableRow {
  /** Hidden for secrets. */
  readonly effective: string;
  readonly isSet: boolean;
}

/** The variables with their defaults, as docs/operating.md lists them. */
export function listVariables(): VariableRow[] {
  return entries().map(([name, { defaultText, meaning }]) => ({
    name,
    defaultText: defaultText ?? '',
    meaning,
  }));
}

/** The variables with the values in force. */
export function listEffective(environment: Environment): EffectiveRow[] {
  return entries().map(([name, { defaultText, meaning, isSecret }]) => ({
    name,
    defaultText: defaultText ?? '',
    meaning,
    effective: hideSecret(textOf(name, environment) ?? '', isSecret === true),
    isSet: (environment[name] ?? '') !== '',
  }));
}

/** A file's path is no secret; a server's address may hold a password. */
function hideSecret(text: string, isSecret: boolean): string {
  if (!isSecret || text === '' || text.startsWith('sqlite:')) return text;
  return text.includes('://') ? text.replace(/:\/\/.*$/, '://…') : '…';
}

function entries(): [VariableName, Variable][] {
  return Object.entries(variables) as [VariableName, Variable][];
}
