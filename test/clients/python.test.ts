import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startBusyService } from '../support/busy-service.ts';
import { type ClientService, startClientService } from './service.ts';

const script = join(import.meta.dirname, '..', '..', 'examples', 'add-comments.py');

let service: ClientService;
let folder: string;
let file: string;

const lineOf = (body: string, authorEmail = 'reader@example.org') =>
  JSON.stringify({ authorName: 'قارئة', authorEmail, body });

const run = (url: string, ...parameters: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const all = [script, file, '--url', url, ...parameters];
    execFile('python3', all, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

const readArticle = async () => {
  const query = '{ articles(first: 1) { nodes { id commentCount } } }';
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { articles: { nodes: [{ id: string; commentCount: number }] } };
  };
  return data.articles.nodes[0];
};

before(async () => {
  service = await startClientService();
  folder = await mkdtemp(join(tmpdir(), 'maqal-python-'));
  file = join(folder, 'comments.jsonl');
});

after(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('examples/add-comments.py', () => {
  it('adds each line once, however often it runs, and says what was refused', async () => {
    const { id, commentCount } = await readArticle();
    await writeFile(
      file,
      [lineOf('أ'), '', lineOf('ب', 'reader'), 'not json', lineOf('ج')].join('\n'),
    );
    for (let times = 0; times < 2; times += 1) {
      const { code, stdout, stderr } = await run(service.url, '--article', id);
      assert.equal(code, 1);
      assert.match(stdout, /^2 added or there already, 2 refused, 0 not sent/);
      assert.match(stderr, /^line 3: refused: input\.authorEmail INVALID: /m);
      assert.match(stderr, /^line 4: refused: the line is not JSON/m);
    }
    assert.equal((await readArticle()).commentCount, commentCount + 2);
  });

  it('waits as a busy service asks, however often, and tells what it could not send', async () => {
    await writeFile(file, `${lineOf('أ')}\n${lineOf('ب')}\n`);
    let asked = 0;
    const busy = await startBusyService(() =>
      (asked += 1) <= 20 ? { status: 429, retryAfter: '0' } : null,
    );
    const sent = await run(busy.url, '--article', 'article_1');
    busy.stop();
    assert.deepEqual([sent.code, busy.taken.size], [0, 2]);
    const away = await startBusyService(() => ({ status: 503, retryAfter: '60' }));
    const left = await run(away.url, '--article', 'article_1', '--patience', '5');
    away.stop();
    assert.equal(left.code, 3);
    assert.match(left.stdout, /^0 added or there already, 0 refused, 2 not sent/);
  });
});
