import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { runMaqal, type ServiceProcess, startService } from '../support/service-process';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let service: ServiceProcess;

const run = (...parameters: string[]) => runMaqal(parameters, { DATABASE_URL: database.url });

const createJson = async (...parameters: string[]) => {
  const { code, stdout } = await run('token', 'create', ...parameters, '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, string | null>;
};

const askRole = async (token: string) => {
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { role tokenName } }' }),
  });
  const { data } = (await response.json()) as { data?: { viewer: unknown } };
  return [response.status, data?.viewer ?? null];
};

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startService({ DATABASE_URL: database.url });
});

afterAll(async () => {
  service.kill('SIGTERM');
  await service.exited;
  await database.drop();
});

describe('maqal token', () => {
  it('makes a token that opens the running service at once, and prints its secret alone', async () => {
    const { stdout, stderr } = await run('token', 'create', '--role', 'editor', '--name', 'import');
    expect(stdout).toMatch(/^mql_[\w-]{43}\n$/);
    expect(stderr).not.toContain(stdout.trim());
    expect(await askRole(stdout.trim())).toEqual([200, { role: 'EDITOR', tokenName: 'import' }]);
  });

  it('prints JSON for programs', async () => {
    const made = await createJson('--role', 'MODERATOR', '--name', 'desk', '--expires', '90d');
    expect(made).toEqual({
      token: expect.stringMatching(/^mql_/) as string,
      id: expect.stringMatching(/^token_/) as string,
      name: 'desk',
      role: 'MODERATOR',
      expiresAt: expect.any(String) as string,
    });
    const days = (new Date(String(made['expiresAt'])).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(90, 1);
  });

  it('lists tokens without their secrets', async () => {
    const { token, id } = await createJson('--role', 'READER', '--name', 'listed');
    for (const options of [[], ['--json']]) {
      const { stdout } = await run('token', 'list', ...options);
      expect(stdout).toContain(String(id));
      expect(stdout).not.toContain(String(token).slice(4));
      expect(stdout).not.toMatch(/secret/i);
    }
  });

  it('revokes a token for the running service, and drops what it holds open', async () => {
    const { token, id } = await createJson('--role', 'MODERATOR', '--name', 'short');
    const client = createClient({
      url: service.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { Authorization: `Bearer ${String(token)}` },
    });
    const closed = new Promise<unknown>((resolve) => {
      client.on('closed', resolve);
    });
    const connected = new Promise<void>((resolve) => {
      client.on('connected', () => {
        resolve();
      });
    });
    client.subscribe(
      { query: 'subscription { commentQueued { comment { id } } }' },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    await connected;
    const { code, stdout } = await run('token', 'revoke', String(id));
    expect([code, stdout]).toEqual([0, `Revoked ${String(id)} (short)\n`]);
    expect(await closed).toMatchObject({ code: 4_401 });
    expect(await askRole(String(token))).toEqual([401, null]);
  });

  it.each([
    [['create', '--role', 'BOSS', '--name', 'x'], /READER, MODERATOR, EDITOR, ADMIN/],
    [['create', '--name', 'x'], /--role/],
    [['create', '--role', 'READER'], /--name/],
    [['create', '--role', 'READER', '--name', 'x', '--expires', 'soon'], /90d/],
    [['create', '--role', 'READER', '--name', 'x', '--expires', '2020-01-01'], /future/],
    [['revoke', 'nobody'], /There is no token/, 3],
  ])('says what it wanted: %j', async (parameters, message, exitCode = 2) => {
    const { code, stderr, stdout } = await run('token', ...parameters);
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
  });
});
