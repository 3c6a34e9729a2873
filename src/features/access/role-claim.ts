import { Role, roles } from '../../platform/request';

/**
 * The highest role that a claim names; READER where it names none that this service knows.
 * Shape: `path` is a claim's own name, such as `https://news.example/role`, or leads to it with
 * dots, such as `realm_access.roles`; the claim is a text or a list of them, in any case.
 */
export function readRole(claims: Readonly<Record<string, unknown>>, path: string): Role {
  const named = toTexts(findClaim(claims, path))
    // toUpperCase turns letters of other alphabets, such as a dotless i, into those of a role.
    .filter((text) => /^[a-z]+$/i.test(text))
    .map((text) => text.toUpperCase());
  return roles.findLast((role) => named.includes(role)) ?? Role.READER;
}

function findClaim(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), claims);
}

function toTexts(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((text) => typeof text === 'string');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
