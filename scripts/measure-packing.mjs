// `node scripts/measure-packing.mjs FILE [SECONDS]`, after `npm run build`: what it gains to read a
// turn's selections by one statement, each as one JSON text. FILE is a SQLite database with at least
// 50 articles, such as a bench leaves in the temporary folder; it is only read. The modes alternate
// within one process, so that other work on the machine meets all of them alike.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve('dist', 'main.js'));
require('reflect-metadata');
const { createApp } = require('./app/index.js');
const { loadConfig } = require('./config/index.js');
const { createLogger } = require('./platform/log/index.js');
const { RepeatedBatches } = require('./platform/database/sqlite/repeated-batches.js');
const { SqliteConnection } = require('./platform/database/sqlite/sqlite-connection.js');

const [file, seconds = '75'] = process.argv.slice(2);
const { group } = RepeatedBatches.prototype;
const { selectBatch } = SqliteConnection.prototype;
const alone = (queries) => queries.map((query) => [query]);
/** One selection by the driver's own rows. */
async function selectRows([{ selection, parameters }]) {
  const { label, sql } = selection;
  const bound = parameters.map((one) => (Array.isArray(one) ? JSON.stringify(one) : one));
  const rows = await this.send(
    { key: sql, label, compose: () => sql },
    (statement) => (done, fail) =>
      statement.all(bound, (error, found) => (error === null ? done(found) : fail(error))),
  );
  return [rows.map((row) => Object.values(row))];
}
const modes = {
  'one statement': [group, selectBatch],
  'a statement each, as JSON': [alone, selectBatch],
  'a statement each, as rows': [alone, selectRows],
};

const app = await createApp(
  loadConfig({
    ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', RATE_LIMIT: 'off', SEED: 'false' },
    ...{ RESPONSE_CACHE: 'off', ROW_CACHE: 'off', DATABASE_URL: `sqlite:${file}` },
  }),
  { logger: createLogger('silent') },
);
const url = new URL(await app.listen());
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

function send(operation) {
  const body = JSON.stringify(operation);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((done, fail) => {
    const request = http.request(url, { method: 'POST', agent, headers }, async (response) => {
      const chunks = await response.toArray();
      const answer = JSON.parse(Buffer.concat(chunks).toString());
      if (answer.errors === undefined) done(answer.data);
      else fail(new Error(JSON.stringify(answer.errors)));
    });
    request.on('error', fail).end(body);
  });
}

const { articles } = await send({ query: '{ articles(first: 50) { nodes { slug } } }' });

/** Units: microseconds of CPU for one request, its client included. */
async function measure(operation) {
  const before = process.cpuUsage();
  const clients = Array.from({ length: 8 }, async (_, client) => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { slug } = articles.nodes[(client * 5 + turn) % articles.nodes.length];
      await send({ ...operation, variables: operation.takesSlug ? { slug } : {} });
    }
  });
  await Promise.all(clients);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 40;
}

const quartilesOf = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(sorted.length * share)]);
};

for (const operationName of ['ArticlePage', 'FrontPage']) {
  const query = await readFile(`schema/operations/${operationName}.graphql`, 'utf8');
  const operation = { query, operationName, takesSlug: operationName === 'ArticlePage' };
  const names = Object.keys(modes);
  const rounds = Object.fromEntries(names.map((name) => [name, []]));
  let endMs = 0;
  for (let round = -12; round < 1 || Date.now() < endMs; round += 1) {
    if (round === 0) endMs = Date.now() + Number(seconds) * 1_000;
    for (const [index] of names.entries()) {
      // Each round begins with another mode; the first twelve warm up.
      const name = names[(round + 12 + index) % names.length];
      [RepeatedBatches.prototype.group, SqliteConnection.prototype.selectBatch] = modes[name];
      const micros = await measure(operation);
      if (round >= 0) rounds[name].push(micros);
    }
  }
  for (const name of names) {
    const ratios = rounds[name].map((micros, round) => micros / rounds['one statement'][round]);
    const [low, middle, high] = quartilesOf(ratios).map((ratio) => ratio.toFixed(2));
    const micros = quartilesOf(rounds[name])[1].toFixed(0);
    console.log(
      `${operationName}, ${name}: ${micros} µs, × ${middle} (quartiles ${low} to ${high})`,
    );
  }
}
await app.close();
agent.destroy();
