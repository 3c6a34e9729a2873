import { Unauthenticated } from '../../platform/request';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The authorization in the payload of `connection_init`: `Authorization`, or `headers.Authorization`
 * as clients send it that pass their HTTP headers on. The names may be in any letter case.
 * Shape: undefined where there is none or it is null.
 * Errors: Unauthenticated where it is not a string.
 */
export function readAuthorization(payload: Fields | undefined): string | undefined {
  const headers = find(payload, 'headers');
  const value =
    find(payload, 'authorization') ?? find(isFields(headers) ? headers : {}, 'authorization');
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw new Unauthenticated(`Authorization must be a string, but got: ${typeof value}`);
}

function find(fields: Fields = {}, wanted: string): unknown {
  const found = Object.entries(fields).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
