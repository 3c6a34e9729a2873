import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddCommentDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { runSql } from '../support/raw-database';
import {
  endServices,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';

const commentCount = 201;
// Each case starts several processes.
jest.setTimeout(120_000);

let folder: string;
let environment: { DATABASE_URL: string };
let backup: string;
let articleId: string;

const at = (name: string) => join(folder, name);
const elsewhere = (name: string) => ({ DATABASE_URL: `sqlite:${at(name)}` });
const start = (DATABASE_URL: string) => startService({ DATABASE_URL, RATE_LIMIT: 'off' });

const add = async ({ url }: ServiceProcess, key: string) => {
  const input = buildComment(articleId, { body: `body of ${key}`, idempotencyKey: key });
  const { data } = await sendOperation(url, AddCommentDocument, { input });
  return data?.addComment.comment?.id;
};

const readArticle = async ({ url }: ServiceProcess) => {
  const { data } = await sendOperation<
    { articles: { nodes: { id: string; commentCount: number }[] } },
    object
  >(url, '{ articles { nodes { id commentCount } } }', undefined);
  return data?.articles.nodes[0];
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-backup-'));
  environment = elsewhere('maqal.sqlite');
  backup = at('backup.sqlite');
});

afterEach(async () => {
  await endServices();
  await rm(folder, { recursive: true, force: true });
});

describe('maqal backup and maqal restore', () => {
  it('carry a database elsewhere whole, while it is written to, idempotency keys included', async () => {
    const service = await start(environment.DATABASE_URL);
    articleId = (await readArticle(service))?.id ?? '';
    const ids = new Map<string, string | undefined>();
    for (let number = 0; number < commentCount; number += 1) {
      ids.set(`before-${number}`, await add(service, `before-${number}`));
    }
    const done = new AbortController();
    const writing = (async () => {
      for (let number = 0; !done.signal.aborted; number += 1)
        await add(service, `during-${number}`);
    })();
    const written = await runMaqal(['backup', backup], environment);
    done.abort();
    await writing;
    expect(written).toMatchObject({ code: 0, stdout: `Wrote the backup ${backup}\n` });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const other = elsewhere('other/maqal.sqlite');
    const restored = await runMaqal(['restore', backup], other);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    const [, count = '0'] = /1 articles, (\d+) comments/.exec(restored.stdout) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(commentCount);

    const second = await start(other.DATABASE_URL);
    expect(await readArticle(second)).toEqual({ id: articleId, commentCount: Number(count) });
    for (const [key, id] of [...ids].slice(-5))
      expect([key, await add(second, key)]).toEqual([key, id]);
    expect((await readArticle(second))?.commentCount).toBe(Number(count));
  });

  it('refuse to overwrite, and to replace what a service has open', async () => {
    const service = await start(environment.DATABASE_URL);
    await runMaqal(['backup', backup], environment);
    const { mtimeMs } = await stat(backup);
    const again = await runMaqal(['backup', backup], environment);
    expect(again).toMatchObject({ code: 3, stdout: '' });
    expect(again.stderr).toBe(`${backup} exists: name a file that does not\n`);
    expect((await stat(backup)).mtimeMs).toBe(mtimeMs);

    const refused = await runMaqal(['restore', backup], environment);
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('--force');
    const held = await runMaqal(['restore', '--force', backup], environment);
    expect(held).toMatchObject({ code: 3, stdout: '' });
    expect(held.stderr).toContain('stop the service first');
    expect((await readArticle(service))?.commentCount).toBe(0);
  });

  it('move the database from before aside when told to', async () => {
    const service = await start(environment.DATABASE_URL);
    articleId = (await readArticle(service))?.id ?? '';
    await runMaqal(['backup', backup], environment);
    await add(service, 'after the backup');
    service.kill('SIGKILL');
    await service.exited;
    const restored = await runMaqal(['restore', '--force', backup], environment);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain('Restored');
    const names = await readdir(folder);
    const aside = names.find((name) => name.includes('before-restore')) ?? '';
    expect(restored.stdout).toContain(at(aside));
    expect(names.sort()).toEqual(['backup.sqlite', 'maqal.sqlite', aside].sort());
    expect((await readArticle(await start(environment.DATABASE_URL)))?.commentCount).toBe(0);
    // What the killed service had acknowledged is in the file that was moved aside.
    const before = await start(elsewhere(aside).DATABASE_URL);
    expect((await readArticle(before))?.commentCount).toBe(1);
  });

  it('refuse what is no backup of Maqal, is damaged, or is newer, and leave nothing behind', async () => {
    await runMaqal(['migrate'], environment);
    await runMaqal(['backup', backup], environment);
    await writeFile(at('text.sqlite'), 'no database at all '.repeat(100));
    await runSql({ ...drop, url: `sqlite:${at('foreign.sqlite')}` }, 'CREATE TABLE article (id)');
    await copyFile(backup, at('newer.sqlite'));
    await runSql(
      { ...drop, url: `sqlite:${at('newer.sqlite')}` },
      "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')",
    );
    const other = elsewhere('other.sqlite');
    for (const [name, reason] of [
      ['absent.sqlite', 'There is no file'],
      ['.', 'is a folder: name the file'],
      ['text.sqlite', 'is no SQLite database, or is damaged'],
      ['foreign.sqlite', 'is no database of Maqal'],
      ['newer.sqlite', 'FromTheFuture9999999999999'],
    ] as const) {
      const refused = await runMaqal(['restore', at(name)], other);
      expect([name, refused.code]).toEqual([name, 3]);
      expect(refused.stderr).toContain(reason);
      expect(refused.stderr).not.toContain('    at ');
    }
    const homeless = await runMaqal(['backup', at('nowhere/backup.sqlite')], environment);
    expect([homeless.code, homeless.stderr]).toEqual([
      3,
      `There is no folder ${at('nowhere')}: make it first\n`,
    ]);
    const names = await readdir(folder);
    expect(names.filter((name) => /other|tmp/.test(name))).toEqual([]);
  });

  it('say what to use on PostgreSQL, and that there must be a database', async () => {
    const postgres = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    for (const command of ['backup', 'restore']) {
      const { code, stderr } = await runMaqal([command, backup], postgres);
      expect(code).toBe(3);
      expect(stderr).toContain(command === 'backup' ? 'pg_dump' : 'pg_restore');
    }
    const { code, stderr } = await runMaqal(['backup', backup], environment);
    expect([code, stderr]).toEqual([3, `There is no database at ${at('maqal.sqlite')}\n`]);
  });
});

const drop = { drop: () => Promise.resolve() };
