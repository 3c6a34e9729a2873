import { ResponseCache } from '../../src/http/response-cache';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Row,
  selection,
} from '../../src/platform/database';
import { RequestTimeout } from '../../src/platform/errors';
import { codesOf } from '../support/ask';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const countForEver = selection(
  'test.countForEver',
  ['count(*)'],
  (list) =>
    `SELECT ${list} FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n) m`,
);
const slowLabel = 'article.listPage';
const document = '{ articles(first: 7) { nodes { id } } }';

/** Each time that the slow statement was sent. */
const sent: Promise<readonly Row[]>[] = [];
let service: TestApp;

/** A database in which the list of articles never ends. */
const openSlowDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const database = await openDatabase(options);
  return {
    ...database,
    replica: {
      ...database.replica,
      openForRequest: (signal) => {
        const reads = database.replica.openForRequest(signal);
        return {
          select: (selected, parameters) => {
            if (selected.label !== slowLabel) return reads.select(selected, parameters);
            const rows = reads.select(countForEver);
            sent.push(rows);
            return rows;
          },
        };
      },
    },
  };
};

const start = async (requestTimeoutMs: number) => {
  service = await startApp({
    environment: { REQUEST_TIMEOUT_MS: String(requestTimeoutMs) },
    parts: { openDatabase: openSlowDatabase },
  });
};

/** A request whose client can leave. */
const sendAndLeave = () => {
  const client = new AbortController();
  const answer = fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document }),
    signal: client.signal,
  }).catch((error: unknown) => error);
  return async () => {
    client.abort();
    await answer;
  };
};

beforeEach(() => {
  sent.length = 0;
});

afterEach(() => service.stop());

describe('a statement that runs', () => {
  it('is interrupted when its request has been answered REQUEST_TIMEOUT', async () => {
    await start(500);
    const answer = await service.send(document);
    expect([answer.status, codesOf(answer)]).toEqual([503, ['REQUEST_TIMEOUT']]);
    expect(sent).toHaveLength(1);
    await expect(sent[0]).rejects.toBeInstanceOf(RequestTimeout);
  });

  it('is interrupted when its client has gone', async () => {
    await start(60_000);
    const leave = sendAndLeave();
    await waitUntil(() => sent.length === 1);
    await leave();
    await expect(sent[0]).rejects.toThrow('The client went away');
  });

  it('goes on while another client waits for the same answer', async () => {
    await start(60_000);
    // Each call joins the execution that runs already before it returns.
    const arrivals = jest.spyOn(ResponseCache.prototype, 'findOrExecute');
    const leaves = [sendAndLeave(), sendAndLeave()];
    await waitUntil(() => arrivals.mock.calls.length === 2 && sent.length === 1);
    arrivals.mockRestore();
    const ended = jest.fn();
    const end = Promise.allSettled(sent).then(ended);
    await leaves[0]?.();
    // An answered request shows that the service has seen the first client go.
    await service.send('{ viewer { role } }');
    expect(ended).not.toHaveBeenCalled();
    await leaves[1]?.();
    await end;
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('leaves every connection free for others when many are interrupted', async () => {
    await start(500);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((first) =>
        service.send('query ($first: Int) { articles(first: $first) { nodes { id } } }', { first }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    await Promise.allSettled(sent);
    const read = '{ node(id: "article_01arz3ndektsv4rrffq69g5fav") { id } }';
    // On a busy machine one answer may take longer than the short timeout of this test.
    await waitUntil(
      async () => (await service.send<{ node: null }, object>(read)).data?.node === null,
    );
  });
});
