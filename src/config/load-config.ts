import type { z } from 'zod';
import { type Variable, type VariableName, variables } from './variables';

/** The environment as the process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

type ValueOf<Name extends VariableName> = z.output<(typeof variables)[Name]['schema']>;

/** The checked configuration, under the variables' own names. */
export type Config = {
  readonly [Name in VariableName]: ValueOf<Name>;
};

/** One variable that cannot be used. */
export interface ConfigFault {
  readonly variable: string;
  /** What was set; hidden for secrets. */
  readonly seen: string;
  readonly wanted: string;
}

/** The environment cannot be used; the message lists every fault. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  constructor(readonly faults: readonly ConfigFault[]) {
    const lines = faults.map(
      ({ variable, seen, wanted }) => `  ${variable}: wanted ${wanted}, got ${seen}`,
    );
    super(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
}

/**
 * Reads the configuration from the environment.
 * Shape: a variable that is unset or empty has its default.
 * Errors: ConfigInvalid with every fault at once.
 */
export function loadConfig(environment: Environment): Config {
  const faults: ConfigFault[] = [];
  const entries = Object.entries(variables).map(([name, variable]) => {
    const text = textOf(name as VariableName, environment);
    if (text === null) return [name, undefined];
    const result = variable.schema.safeParse(text);
    if (!result.success) faults.push(describeFault(name, text, variable, result.error));
    return [name, result.data];
  });
  const config = Object.fromEntries(entries) as Config;
  faults.push(...listContradictions(config));
  if (faults.length > 0) throw new ConfigInvalid(faults);
  return config;
}

/** The text that a variable is read from: what is set, else the default that applies. */
export function textOf(name: VariableName, environment: Environment): string | null {
  const set = environment[name];
  if (set !== undefined && set !== '') return set;
  if (name === 'EXPLORER' || name === 'INTROSPECTION') {
    return String(environment['NODE_ENV'] !== 'production');
  }
  const { success: isPort, data: port } = variables.PORT.schema.safeParse(environment['PORT']);
  if (name === 'FILES_URL' && isPort) return `http://localhost:${port}`;
  return variables[name].defaultText;
}

/** A token for whomever would open everything: an issuer's tokens are taken for one audience only. */
function listContradictions({ OIDC_ISSUER, OIDC_AUDIENCE }: Config): ConfigFault[] {
  if (OIDC_ISSUER === undefined || OIDC_AUDIENCE !== undefined) return [];
  return [{ variable: 'OIDC_AUDIENCE', seen: 'nothing', wanted: variables.OIDC_AUDIENCE.wanted }];
}

function describeFault(
  variable: string,
  text: string,
  { wanted, isSecret }: Variable,
  error: z.ZodError,
): ConfigFault {
  // Zod has a message of its own for a refinement without one.
  const reasons = error.issues
    .filter(({ code, message }) => code === 'custom' && message !== 'Invalid input')
    .map(({ message }) => message);
  const isExplained = reasons.length > 0 && isSecret !== true;
  return {
    variable,
    wanted: isExplained ? `${wanted} (${reasons.join('; ')})` : wanted,
    seen: isSecret === true ? 'a value that is not shown' : JSON.stringify(text),
  };
}
