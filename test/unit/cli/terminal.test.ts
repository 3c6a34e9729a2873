import { writeBanner } from '../../../src/cli/banner';
import { formatForTerminal } from '../../../src/cli/terminal-log';
import { type Environment, loadConfig } from '../../../src/config';
import { createLogger } from '../../../src/platform/log';

const bannerOf = (environment: Environment, moderationMode = 'OPEN') =>
  writeBanner({
    version: '1.2.3',
    url: 'http://localhost:4000/graphql',
    config: loadConfig(environment),
    isPublicUrlSet: environment['PUBLIC_URL'] !== undefined,
    moderationMode,
    isColoured: false,
  });

const key = `june:${Buffer.alloc(32, 7).toString('base64')}`;

describe('the banner of a start on a terminal', () => {
  it('names the version, the addresses, what is off and what is open', () => {
    expect(bannerOf({})).toBe(`
  Maqal · مقال 1.2.3

  API        http://localhost:4000/graphql
  Explorer   http://localhost:4000/explorer
             http://localhost:4000/graphql in a browser is Sandbox
  Database   SQLite, ./data/maqal.sqlite
  Pictures   ./data/files
  Off        pages of other origins (CORS_ORIGINS)
             sign-in of people (OIDC_ISSUER)
  Open       comments appear at once, by moderation in mode OPEN
             e-mail addresses are kept readable: set PRIVACY_KEYS
             links to articles lead to http://localhost:4000: set PUBLIC_URL

`);
  });

  it('says nothing of what is closed and set, and no password', () => {
    const banner = bannerOf(
      {
        NODE_ENV: 'production',
        RATE_LIMIT: 'off',
        PRIVACY_KEYS: key,
        DATABASE_URL: 'postgres://maqal:hunter2@db.example/news',
        PUBLIC_URL: 'https://news.example',
      },
      'ALL_HELD',
    );
    expect(banner).toContain('PostgreSQL, db.example/news');
    expect(banner).toContain('the rate limit (RATE_LIMIT)');
    expect(banner).not.toMatch(/Open|hunter2|\/explorer/);
  });

  it('warns of an explorer that other machines reach', () => {
    expect(bannerOf({ HOST: '0.0.0.0' })).toContain('every machine that reaches 0.0.0.0');
  });
});

describe('a log line on a terminal', () => {
  const write = (fields: object, message: string) => {
    const lines: string[] = [];
    const output = { write: (text: string) => lines.push(text) };
    createLogger('info', formatForTerminal(output, false)).info(fields, message);
    return lines.join('');
  };

  it('is the time, the level, the message and the fields', () => {
    expect(write({ slug: 'غزة' }, 'Seeded')).toMatch(
      /^\[\d\d:\d\d:\d\d\] INFO: Seeded \{"slug":"غزة"\}\n$/,
    );
  });

  it('hands the terminal no control characters, and no e-mail address', () => {
    const line = write({ path: 'C:\\u001b' }, 'from a@example.com \u001b[2J\u009b2J\r\u0007 end');
    expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|a@example/);
    expect(line).toContain('\\u001b[2J');
    expect(line).toContain(' end');
  });
});
