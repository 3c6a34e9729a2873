import { z } from 'zod';
import { logLevels } from '../platform/log';

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
    schema: z.string().regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/),
    defaultText: 'sqlite:./data/maqal.sqlite',
    wanted: 'sqlite:PATH, sqlite::memory: or postgres://…',
    meaning: 'Where everything is kept: a SQLite file, or a PostgreSQL database.',
    isSecret: true,
  },
  PUBLIC_URL: {
    schema: webAddress,
    defaultText: 'http://localhost:4000',
    wanted: 'an http or https address',
    meaning: 'The site that shows the articles, for `Article.url` and share links.',
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
    schema: z
      .string()
      .transform(splitList)
      .pipe(z.array(webAddress.or(z.literal('*')))),
    defaultText: '',
    wanted: 'origins such as https://news.example, parted by commas, or *',
    meaning:
      'Origins of other sites whose pages may read the API; Sandbox’s own is let in by EXPLORER.',
  },
  TRUST_PROXY: {
    schema: z.string().min(1),
    defaultText: 'false',
    wanted: 'true, false, a number of proxies, or addresses parted by commas',
    meaning: 'Whose X-Forwarded-* headers are believed.',
  },
  REQUEST_TIMEOUT_MS: {
    schema: whole(100, 600_000),
    defaultText: '10000',
    wanted: 'a whole number from 100 to 600000',
    meaning: 'Milliseconds until an answer is given up; on PostgreSQL also the statement_timeout.',
  },
  RESPONSE_CACHE: {
    schema: flag,
    defaultText: 'true',
    wanted: flagWanted,
    meaning: 'Keep whole answers in memory until something that they were made of changes.',
  },
  RESPONSE_CACHE_MB: {
    schema: whole(1, 65_536),
    defaultText: '64',
    wanted: 'a whole number from 1 to 65536',
    meaning: 'Megabytes that kept answers may take.',
  },
  CACHE_TAG_HEADER: {
    schema: z.enum(['Surrogate-Key', 'Cache-Tag', 'xkey', 'none']),
    defaultText: 'Surrogate-Key',
    wanted: 'one of Surrogate-Key, Cache-Tag, xkey, none',
    meaning: 'The header in which a CDN reads what an answer was made of.',
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
} as const satisfies Record<string, Variable>;

/** The name of a variable. */
export type VariableName = keyof typeof variables;

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
