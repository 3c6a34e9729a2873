import { decodeUtf8, MalformedUtf8 } from '../../../lib/utf8';
import { type CompiledRules, compileRules } from './compile-rules';
import { moderationRulesSchema } from './moderation-rules';

/** Rules cannot be used; the message lists every fault with its path. */
export class RulesInvalid extends Error {
  override readonly name = 'RulesInvalid';
  constructor(
    source: string,
    readonly faults: readonly string[],
  ) {
    super(`${source} cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Reads rules from JSON, as text or as the bytes of a file.
 * Shape: `source` names where they come from, for the error.
 * Errors: RulesInvalid with every fault at once.
 */
export function parseRules(json: string | Uint8Array, source: string): CompiledRules {
  const text = typeof json === 'string' ? json : decode(json, source);
  const result = moderationRulesSchema.safeParse(readJson(text, source));
  if (result.success) return compileRules(result.data, text);
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`,
  );
  throw new RulesInvalid(source, faults);
}

function decode(bytes: Uint8Array, source: string): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof MalformedUtf8)) throw error;
    throw new RulesInvalid(source, [`line ${error.line}: ${error.message}`]);
  }
}

function readJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RulesInvalid(source, [error instanceof Error ? error.message : String(error)]);
  }
}
