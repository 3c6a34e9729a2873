import type { Role } from '../../src/platform/request';
import type { RequestOptions, TestApp } from './start-app';

/** A token's secret, of a role and with a name. */
export async function createToken(
  { app }: TestApp,
  role: Role,
  { name = role.toLowerCase(), expiresAt = null }: { name?: string; expiresAt?: Date | null } = {},
): Promise<string> {
  return (await app.access.tokens.create({ role, name, expiresAt })).secret;
}

/** What a request carries to be somebody's. */
export function withToken(secret: string): RequestOptions {
  return { headers: { authorization: `Bearer ${secret}` } };
}
