import { ConfigInvalid, type Environment, loadConfig } from '../../../src/config';

/** The faults of an environment; none where it can be used. */
function faultsOf(environment: Environment) {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.faults;
    throw error;
  }
}

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'sqlite:./data/maqal.sqlite',
      PUBLIC_URL: 'http://localhost:4000',
      LOG_LEVEL: 'info',
      SEED: true,
      EXPLORER: true,
      INTROSPECTION: true,
      CORS_ORIGINS: [],
      TRUST_PROXY: 'false',
      REQUEST_TIMEOUT_MS: 10_000,
    });
  });

  it('reads an empty variable as an unset one', () => {
    expect(loadConfig({ PORT: '', SEED: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
  });

  it('looks past variables that are not its own', () => {
    expect(loadConfig({ HOME: '/home/maqal', PORTS: 'x' })).toEqual(loadConfig({}));
  });

  it.each(['EXPLORER', 'INTROSPECTION'] as const)(
    'switches %s off in production unless it is asked for',
    (name) => {
      expect(loadConfig({ NODE_ENV: 'production' })[name]).toBe(false);
      expect(loadConfig({ NODE_ENV: 'production', [name]: 'true' })[name]).toBe(true);
      expect(loadConfig({ NODE_ENV: 'development' })[name]).toBe(true);
      expect(loadConfig({ [name]: 'false' })[name]).toBe(false);
    },
  );

  it.each([
    ['true', true],
    ['on', true],
    ['1', true],
    ['false', false],
    ['off', false],
    ['0', false],
  ])('reads the flag %s', (text, value) => {
    expect(loadConfig({ SEED: text }).SEED).toBe(value);
  });

  it.each([
    ['0', 0],
    ['65535', 65_535],
    ['0080', 80],
  ])('reads the port %s', (text, value) => {
    expect(loadConfig({ PORT: text }).PORT).toBe(value);
  });

  it.each(['sqlite:news.sqlite', 'sqlite::memory:', 'postgres://db/news', 'postgresql://db/news'])(
    'reads the database’s address %s',
    (text) => {
      expect(loadConfig({ DATABASE_URL: text }).DATABASE_URL).toBe(text);
    },
  );

  it('reads origins parted by commas, a slash at their end taken off', () => {
    const { CORS_ORIGINS } = loadConfig({
      CORS_ORIGINS: ' https://news.example/ ,http://localhost:3000,, ',
    });
    expect(CORS_ORIGINS).toEqual(['https://news.example', 'http://localhost:3000']);
    expect(loadConfig({ CORS_ORIGINS: '*' }).CORS_ORIGINS).toEqual(['*']);
  });

  it.each(['true', 'false', '1', '10.0.0.0/8', 'loopback, 192.0.2.7', '2001:db8::1', '::1/128'])(
    'reads whom to trust from %j',
    (text) => {
      expect(loadConfig({ TRUST_PROXY: text }).TRUST_PROXY).toBe(text);
    },
  );
});

describe('loadConfig with an environment that cannot be used', () => {
  it.each([
    ['PORT', 'http', 'a port from 0 to 65535'],
    ['PORT', '65536', 'a port from 0 to 65535'],
    ['PORT', '-1', 'a port from 0 to 65535'],
    ['PORT', '80.5', 'a port from 0 to 65535'],
    ['PORT', '1e3', 'a port from 0 to 65535'],
    ['PUBLIC_URL', 'news.example', 'an http or https address'],
    ['PUBLIC_URL', 'ftp://news.example', 'an http or https address'],
    ['LOG_LEVEL', 'verbose', 'one of silent, fatal, error, warn, info, debug, trace'],
    ['SEED', 'yes', 'true or false'],
    ['EXPLORER', 'TRUE', 'true or false'],
    ['CORS_ORIGINS', 'https://news.example/path', 'origins such as https://news.example'],
    ['CORS_ORIGINS', 'https://ok.example,news.example', 'origins such as https://news.example'],
    ['TRUST_PROXY', 'nginx', 'true, false, a number of proxies, or addresses'],
    ['TRUST_PROXY', '10.0.0.0/33', 'true, false, a number of proxies, or addresses'],
    ['TRUST_PROXY', '10.0.0.0/8/8', 'true, false, a number of proxies, or addresses'],
    ['REQUEST_TIMEOUT_MS', '10', 'a whole number from 100 to 600000'],
    ['MAX_DEPTH', '0', 'a whole number from 1 to 1000000'],
  ])('refuses %s=%s: the variable, what was seen, what is wanted', (variable, seen, wanted) => {
    expect(faultsOf({ [variable]: seen })).toEqual([
      { variable, seen: JSON.stringify(seen), wanted: expect.stringContaining(wanted) as string },
    ]);
  });

  it('tells every fault at once, each on a line of the message', () => {
    const environment = { PORT: 'x', SEED: 'maybe', LOG_LEVEL: 'loud', HOST: 'fine.example' };
    expect(faultsOf(environment).map(({ variable }) => variable)).toEqual([
      'PORT',
      'LOG_LEVEL',
      'SEED',
    ]);
    expect(() => loadConfig(environment)).toThrow(
      [
        'The configuration cannot be used:',
        '  PORT: wanted a port from 0 to 65535, got "x"',
        '  LOG_LEVEL: wanted one of silent, fatal, error, warn, info, debug, trace, got "loud"',
        '  SEED: wanted true or false, got "maybe"',
      ].join('\n'),
    );
  });

  it('never shows a database’s address, which may hold a password', () => {
    const [fault] = faultsOf({ DATABASE_URL: 'mysql://maqal:hunter2@db/news' });
    expect(fault).toMatchObject({ variable: 'DATABASE_URL', seen: 'a value that is not shown' });
  });
});
