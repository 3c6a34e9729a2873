import { decodeUtf8, MalformedUtf8 } from '../../../../lib/utf8';
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
 * Reads rules from the bytes of a JSON file.
 * Errors: RulesInvalid where they are not UTF-8 or are no rules.
 */
export function decodeRules(bytes: Uint8Array, source: string): CompiledRules {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof MalformedUtf8)) throw error;
    throw new RulesInvalid(source, [`line ${error.line}: ${error.message}`]);
  }
  return parseRules(text, source);
}

/**
 * Reads rules from JSON text.
 * Shape: `source` names where the text comes from, for the error.
 * Errors: RulesInvalid with every fault at once.
 */
export function parseRules(text: string, source: string): CompiledRules {
  const result = moderationRulesSchema.safeParse(readJson(text, source));
  if (result.success) return compileRules(result.data, text);
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`,
  );
  throw new RulesInvalid(source, faults);
}

function readJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RulesInvalid(source, [error instanceof Error ? error.message : String(error)]);
  }
}
