import type { Config } from '../config';
import type { AllowOrigin } from './response-cache';

/** Where Apollo serves Sandbox from; the one embedded at our own path asks from our own origin. */
const sandboxOrigins = ['https://studio.apollographql.com'];

/** The origins whose pages may read the API: each as it is sent, or as a pattern. */
export function listOrigins({ CORS_ORIGINS, EXPLORER }: Config): (string | RegExp)[] | '*' {
  if (CORS_ORIGINS.includes('*')) return '*';
  return [...CORS_ORIGINS.map(toMatcher), ...(EXPLORER ? sandboxOrigins : [])];
}

/** The same for answers that the framework never sees. */
export function createAllowOrigin(config: Config): AllowOrigin {
  const origins = listOrigins(config);
  return (origin) => {
    if (origins === '*') return '*';
    const isAllowed = origins.some((allowed) =>
      typeof allowed === 'string' ? allowed === origin : allowed.test(origin),
    );
    return isAllowed ? origin : null;
  };
}

/** A `*.` stands for one or more labels, so never for the domain itself or for a part of a label. */
function toMatcher(origin: string): string | RegExp {
  const [scheme = '', domain] = origin.split('*.');
  if (domain === undefined) return origin;
  return new RegExp(`^${escape(scheme)}(?:[a-z\\d_-]+\\.)+${escape(domain)}$`);
}

function escape(text: string): string {
  return text.replaceAll(/[.\\[\]]/g, '\\$&');
}
