import { isIP } from 'node:net';
import { z } from 'zod';
import { logLevels } from '../platform/log';
import { corsOrigin } from './cors-origin';
import { isDatabaseUrl } from './database-url';

/** One environment variable: how it is read, and what the table says of it. */
export interface Variable<Value = unknown> {
  readonly schema: z.ZodType<Value>;
  /** The text that stands in for an unset variable; null where it stays unset. */
  readonly defaultText: string | null;
  /** What is accepted, for errors and the table. */
  readonly wanted: string;
  readonly meaning: string;
  /** Never printed. */
  readonly isSecret?: boolean;
}

const whole = (low: number, high: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(low).max(high));

const flag = z
  .enum(['true', 'false', 'on', 'off', '1', '0'])
  .transform((text) => ['true', 'on', '1'].includes(text));

const webAddress = z.url({ protocol: /^https?$/ });

const privacyKey = z
  .string()
  .regex(/^[\w-]{1,40}:[A-Za-z0-9+/_-]{43}=?$/)
  .transform((text) => {
    const [id = '', key = ''] = text.split(':');
    return { id, secret: Buffer.from(key, 'base64') };
  });

function haveOwnIds(keys: readonly { readonly id: string }[]): boolean {
  return new Set(keys.map(({ id }) => id)).size === keys.length;
}

const flagWanted = 'true or false';

function limit(defaultValue: number, meaning: string): Variable<number> {
  return {
    schema: whole(1, 1_000_000),
    defaultText: String(defaultValue),
    wanted: 'a whole number from 1 to 1000000',
    meaning,
  };
}

/** Every variable that the service reads, in the order of the table. */
export const variables = {
  PORT: {
    schema: whole(0, 65_535),
    defaultText: '4000',
    wanted: 'a port from 0 to 65535',
    meaning: 'Port to listen on; 0 for any free one, which the log then names.',
  },
  HOST: {
    schema: z.string().min(1),
    defaultText: '127.0.0.1',
    wanted: 'a host name or address',
    meaning: 'Address to listen on; 0.0.0.0 for every one that the machine has.',
  },
  DATABASE_URL: {
    schema: z.string().refine(isDatabaseUrl),
    defaultText: 'sqlite:./data/maqal.sqlite',
    wanted:
      'sqlite:PATH, sqlite::memory: or postgres://USER:PASSWORD@HOST/DATABASE, with every / # ? @ : % of the user and password percent-encoded (%2F %23 %3F %40 %3A %25)',
    meaning: 'The database: a SQLite file or a PostgreSQL database.',
    isSecret: true,
  },
  DATABASE_POOL: {
    schema: whole(1, 1_000),
    defaultText: '10',
    wanted: 'a whole number from 1 to 1000',
    meaning:
      'Connections to PostgreSQL that requests share; up to 3 more serve health checks and the news of other instances’ commits.',
  },
  PUBLIC_URL: {
    schema: webAddress,
    defaultText: 'http://localhost:4000',
    wanted: 'an http or https address',
    meaning: 'The site that shows the articles, for `Article.url` and share links.',
  },
  PREVIEW_URL: {
    schema: webAddress.includes('{token}').optional(),
    defaultText: null,
    wanted: 'an http or https address with {token} in it',
    meaning:
      'The page that shows a draft to whoever has a preview link; `/preview/{token}` of PUBLIC_URL where it is not set.',
  },
  FILES_DIR: {
    schema: z.string().min(1),
    defaultText: './data/files',
    wanted: 'a folder’s path',
    meaning:
      'The folder of pictures, originals and renditions; made when it is needed. Instances of one service share it, and a backup is this folder with the database.',
  },
  FILES_URL: {
    schema: webAddress,
    defaultText: 'http://localhost:4000',
    wanted: 'an http or https address',
    meaning:
      'The address at which clients reach this service, or a CDN before it, for the addresses of pictures: `/files/…` follows. Where it is not set, localhost with PORT.',
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    defaultText: 'info',
    wanted: `one of ${logLevels.join(', ')}`,
    meaning: 'How much is logged.',
  },
  SEED: {
    schema: flag,
    defaultText: 'true',
    wanted: flagWanted,
    meaning: 'Import the source article of `seeds/` into a database without articles.',
  },
  EXPLORER: {
    schema: flag,
    defaultText: 'true; false when NODE_ENV is production',
    wanted: flagWanted,
    meaning: 'Apollo Sandbox at `/graphql` and the bundled GraphiQL at `/explorer`.',
  },
  INTROSPECTION: {
    schema: flag,
    defaultText: 'true; false when NODE_ENV is production',
    wanted: flagWanted,
    meaning: 'Whether the schema can be asked for.',
  },
  CORS_ORIGINS: {
    schema: z.string().transform(splitList).pipe(z.array(corsOrigin)),
    defaultText: '',
    wanted:
      'origins such as https://news.example, https://*.news.example or capacitor://localhost, separated by commas, or *',
    meaning:
      'Origins of other sites and apps whose pages may read the API, such as `https://news.example`, `https://*.news.example` (subdomains, without the domain itself) or `capacitor://localhost`. EXPLORER adds that of Sandbox.',
  },
  TRUST_PROXY: {
    schema: z.string().refine(isProxyTrust),
    defaultText: 'false',
    wanted: 'true, false, a number of proxies, or addresses parted by commas',
    meaning: 'Whose X-Forwarded-* headers are believed.',
  },
  MAX_CONNECTIONS_PER_ADDRESS: limit(
    2_500,
    'How many connections an address (IPv6: each /64) may have open, live ones included. Those of a proxy that TRUST_PROXY names are not counted.',
  ),
  RATE_LIMIT: {
    schema: z.literal('off').or(whole(1, 1_000_000_000)),
    defaultText: '60000',
    wanted: 'off, or a whole number from 1 to 1000000000',
    meaning:
      'Points that each address (IPv6: each /64) and each token may spend in a minute: 1 for a request, and its cost as MAX_COST counts it.',
  },
  OIDC_ISSUER: {
    schema: webAddress.optional(),
    defaultText: null,
    wanted: 'an http or https address',
    meaning: 'The OpenID Connect issuer whose JWTs are taken as tokens; none where it is not set.',
  },
  OIDC_AUDIENCE: {
    schema: z.string().min(1).optional(),
    defaultText: null,
    wanted: 'the audience that tokens must name, since OIDC_ISSUER is set',
    meaning: 'Who the issuer’s tokens must be meant for; needed with OIDC_ISSUER.',
  },
  OIDC_ROLE_CLAIM: {
    schema: z.string().min(1),
    defaultText: 'role',
    wanted: 'a claim’s name, or a path such as realm_access.roles',
    meaning: 'The claim that holds the role or roles of an issuer’s token.',
  },
  LIVE_MAX_CONNECTIONS: limit(
    2_000,
    'How many live connections (WebSocket or event stream) an address may have open.',
  ),
  LIVE_MAX_SUBSCRIPTIONS: limit(1_000, 'How many subscriptions a WebSocket may carry at once.'),
  MODERATION_RULES: {
    schema: z.string().min(1).optional(),
    defaultText: null,
    wanted: 'a JSON file’s path',
    meaning:
      'The rules that comments are moderated by; read again when the file changes. Without it nothing is banned and nothing waits.',
  },
  MODERATION_SERVICE_SECRET: {
    schema: z.string().min(16).optional(),
    defaultText: null,
    wanted: '16 characters or more',
    meaning: 'Signs what is asked of the external service that MODERATION_RULES names.',
    isSecret: true,
  },
  PRIVACY_KEYS: {
    schema: z.string().transform(splitList).pipe(z.array(privacyKey).refine(haveOwnIds)),
    defaultText: '',
    wanted: 'id:key parted by commas, each id once and each key 32 bytes in base64',
    meaning:
      'Keys for e-mail addresses: the first encrypts, all decrypt. Without a key addresses are stored unencrypted.',
    isSecret: true,
  },
  PENDING_RETENTION_DAYS: {
    schema: whole(1, 36_500).optional(),
    defaultText: null,
    wanted: 'a whole number from 1 to 36500',
    meaning:
      'Days after which a comment that no moderator decided about is deleted; never if unset.',
  },
  REJECTED_RETENTION_DAYS: {
    schema: whole(1, 36_500).optional(),
    defaultText: null,
    wanted: 'a whole number from 1 to 36500',
    meaning: 'Days after which a REJECTED or SPAM comment is deleted; never if unset.',
  },
  REQUEST_TIMEOUT_MS: {
    schema: whole(100, 600_000),
    defaultText: '10000',
    wanted: 'a whole number from 100 to 600000',
    meaning:
      'Milliseconds until an answer is given up and its statements are interrupted; on PostgreSQL also the statement_timeout.',
  },
  STOP_DELAY_MS: {
    schema: whole(0, 600_000),
    defaultText: '0',
    wanted: 'a whole number from 0 to 600000',
    meaning:
      'Milliseconds after SIGTERM during which `/health/ready` already answers 503 while requests are still served, so that a load balancer sends them elsewhere first.',
  },
  RESPONSE_CACHE: {
    schema: flag,
    defaultText: 'true',
    wanted: flagWanted,
    meaning: 'Cache whole answers in memory until data that they depend on changes.',
  },
  ROW_CACHE: {
    schema: flag,
    defaultText: 'true',
    wanted: flagWanted,
    meaning: 'Cache the rows of repeated queries, so that only changed rows are read again.',
  },
  CACHE_MB: {
    schema: whole(1, 65_536),
    defaultText: '64',
    wanted: 'a whole number from 1 to 65536',
    meaning: 'Megabytes that cached answers and rows may take together.',
  },
  CACHE_TAG_HEADER: {
    schema: z.enum(['Surrogate-Key', 'Cache-Tag', 'xkey', 'none']),
    defaultText: 'Surrogate-Key',
    wanted: 'one of Surrogate-Key, Cache-Tag, xkey, none',
    meaning: 'The header in which a CDN reads what an answer was made of.',
  },
  CDN_PURGE_URL: {
    schema: webAddress.optional(),
    defaultText: null,
    wanted: 'an http or https address',
    meaning:
      'The address that receives what changed, for a CDN: `{"surrogateKeys": […]}` by POST, stored and sent again until it is accepted.',
  },
  CDN_PURGE_TOKEN: {
    schema: z.string().min(1).optional(),
    defaultText: null,
    wanted: 'a token',
    meaning: 'Sent to CDN_PURGE_URL as `Authorization: Bearer`.',
    isSecret: true,
  },
  ONLY_TRUSTED_DOCUMENTS: {
    schema: flag,
    defaultText: 'false',
    wanted: flagWanted,
    meaning: 'Execute nothing but the documents of `schema/operations`.',
  },
  MAX_DEPTH: limit(12, 'How deep a document may nest.'),
  MAX_ALIASES: limit(30, 'How many aliases a document may have.'),
  MAX_DIRECTIVES: limit(50, 'How many directives a document may have.'),
  MAX_TOKENS: limit(2_000, 'How many tokens a document may have.'),
  MAX_COST: limit(5_000, 'How many fields and objects an answer could hold at most.'),
  MAX_ANSWER_BYTES: {
    schema: whole(1_024, 1_000_000_000),
    defaultText: '8388608',
    wanted: 'a whole number from 1024 to 1000000000',
    meaning: 'How many bytes an answer may have; a larger one is ANSWER_TOO_LARGE.',
  },
} as const satisfies Record<string, Variable>;

/** The name of a variable. */
export type VariableName = keyof typeof variables;

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isProxyTrust(text: string): boolean {
  return (
    /^(true|false|\d{1,3})$/.test(text) || text.split(',').every((part) => isProxy(part.trim()))
  );
}

/** An address, a range such as 10.0.0.0/8, or a name that Fastify has for some. */
function isProxy(text: string): boolean {
  const [address = '', prefix = '1', ...others] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isRange = /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits;
  return (
    ['loopback', 'linklocal', 'uniquelocal'].includes(text) || (isRange && others.length === 0)
  );
}
