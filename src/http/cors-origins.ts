import type { Config } from '../config';
import type { AllowOrigin } from './response-cache';

/** Where Apollo serves Sandbox from; the one embedded at our own path asks from our own origin. */
const sandboxOrigins = ['https://studio.apollographql.com'];

/** The origins whose pages may read the API. */
export function listOrigins({ CORS_ORIGINS, EXPLORER }: Config): string[] | '*' {
  if (CORS_ORIGINS.includes('*')) return '*';
  // A browser sends an origin without a path or a slash, however it was configured.
  const configured = CORS_ORIGINS.map((address) => new URL(address).origin);
  return [...configured, ...(EXPLORER ? sandboxOrigins : [])];
}

/** The same for answers that the framework never sees. */
export function createAllowOrigin(config: Config): AllowOrigin {
  const origins = listOrigins(config);
  return (origin) => {
    if (origins === '*') return '*';
    return origins.includes(origin) ? origin : null;
  };
}
