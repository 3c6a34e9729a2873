import type { ApiToken } from './api-token.entity';

/** Whether a token opens anything at this instant: neither revoked nor over. */
export function isUsable({ revokedAt, expiresAt }: ApiToken, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}

/** The beginning of the hour that an instant lies in. */
export function toHour(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / hourMs) * hourMs);
}

const hourMs = 3_600_000;
