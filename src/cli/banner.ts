import type { Config } from '../config';

/** What the banner tells. */
export interface BannerFacts {
  readonly version: string;
  /** The API's address. */
  readonly url: string;
  readonly config: Config;
  /** Whether the text of PUBLIC_URL is the default, which is no site. */
  readonly isPublicUrlSet: boolean;
  readonly moderationMode: string;
  readonly isColoured: boolean;
}

type Row = readonly [label: string, lines: readonly string[]];

/** Units: characters. */
const labelWidth = 11;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** What somebody who starts the service on a terminal wants to know: addresses, what is off, what is open. */
export function writeBanner(facts: BannerFacts): string {
  const { version, url, config } = facts;
  const origin = url.replace(/\/graphql$/, '');
  const explorer = config.EXPLORER ? [`${origin}/explorer`, `${url} in a browser is Sandbox`] : [];
  const rows: Row[] = [
    ['API', [url]],
    ['Explorer', explorer],
    ['Database', [describeDatabase(config.DATABASE_URL)]],
    ['Pictures', [config.FILES_DIR]],
    ['Off', listOff(config)],
    ['Open', listOpen(facts)],
  ];
  const bold = (text: string) => (facts.isColoured ? `\u001b[1m${text}\u001b[22m` : text);
  const written = rows.flatMap(([label, lines]) =>
    lines.map((line, index) => `  ${bold((index === 0 ? label : '').padEnd(labelWidth))}${line}`),
  );
  return ['', `  ${bold(`Maqal · مقال ${version}`)}`, '', ...written, '', ''].join('\n');
}

/** A password is never said. */
function describeDatabase(url: string): string {
  if (url.startsWith('sqlite:')) return `SQLite, ${url.slice('sqlite:'.length)}`;
  const { host, pathname } = new URL(URL.canParse(url) ? url : 'postgres:///');
  return `PostgreSQL, ${decodeURIComponent(host + pathname)}`;
}

function listOff(config: Config): string[] {
  const { EXPLORER, INTROSPECTION, RATE_LIMIT, CORS_ORIGINS, OIDC_ISSUER } = config;
  const off: [boolean, string][] = [
    [!EXPLORER, 'the explorer (EXPLORER)'],
    [!INTROSPECTION, 'introspection (INTROSPECTION)'],
    [RATE_LIMIT === 'off', 'the rate limit (RATE_LIMIT)'],
    [CORS_ORIGINS.length === 0, 'pages of other origins (CORS_ORIGINS)'],
    [OIDC_ISSUER === undefined, 'sign-in of people (OIDC_ISSUER)'],
  ];
  return off.flatMap(([isOff, text]) => (isOff ? [text] : []));
}

function listOpen({ config, isPublicUrlSet, moderationMode }: BannerFacts): string[] {
  const isReachable = !loopback.has(config.HOST);
  const open: [boolean, string][] = [
    [moderationMode === 'OPEN', 'comments appear at once, by moderation in mode OPEN'],
    [config.PRIVACY_KEYS.length === 0, 'e-mail addresses are kept readable: set PRIVACY_KEYS'],
    [!isPublicUrlSet, `links to articles lead to ${config.PUBLIC_URL}: set PUBLIC_URL`],
    [
      isReachable && config.EXPLORER,
      `the explorer, on every machine that reaches ${config.HOST}: set NODE_ENV=production`,
    ],
  ];
  return open.flatMap(([isOpen, text]) => (isOpen ? [text] : []));
}
