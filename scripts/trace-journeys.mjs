// `node scripts/trace-journeys.mjs [--list]`, after `npm run build`: counts the files of src whose
// code runs for one request, by V8's own coverage. Modules are loaded and connections warm before.
import { realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const dist = realpathSync(resolve('dist'));
const require = createRequire(join(dist, 'main.js'));
require('reflect-metadata');
const { createApp } = require('./app/index.js');
const { loadConfig } = require('./config/index.js');
const { createLogger } = require('./platform/log/index.js');

const addComment = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
  comment { id body status } commentEdge { cursor } receipt alreadyAdded userErrors { code } } }`;
const editComment = `mutation ($input: EditCommentInput!) { editComment(input: $input) {
  comment { id body status } userErrors { code } } }`;
const slugRead = 'query ($slug: String!) { article(slug: $slug) { title sections { heading } } }';

const folder = await mkdtemp(join(tmpdir(), 'maqal-journeys-'));
const config = loadConfig({
  ...{ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: 'off' },
  DATABASE_URL: `sqlite:${join(folder, 'maqal.sqlite')}`,
});
const app = await createApp(config, { logger: createLogger('silent') });
const url = await app.listen();

async function send(query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');

/** The files of which a function ran between the start of `work` and its end. */
async function trace(work) {
  // Counting anew: what ran before is not counted.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  return result
    .filter(({ url: file }) => file.startsWith(`file://${dist}/`))
    .filter(({ functions }) => functions.some(({ ranges: [range] }) => range.count > 0))
    .map(({ url: file }) => relative(dist, file.slice('file://'.length)).replace(/\.js$/, '.ts'))
    .sort();
}

const { articles } = await send('{ articles(first: 1) { nodes { id slug } } }');
const [{ id: articleId, slug }] = articles.nodes;
const input = (number) => ({
  ...{ articleId, authorName: 'قارئة', authorEmail: 'reader@example.org' },
  ...{ body: `تعليق ${number}`, idempotencyKey: `key-${number}` },
});
const { addComment: first } = await send(addComment, { input: input(0) });
await send(slugRead, { slug });
const edit = { receipt: first.receipt, body: 'تعليق آخر' };
const journeys = {
  addComment: () => send(addComment, { input: input(1) }),
  editComment: () => send(editComment, { input: edit }),
  'article by slug, from the cache': () => send(slugRead, { slug }),
  'article by slug, executed': () => send(`${slugRead} # anew`, { slug }),
};
for (const [name, work] of Object.entries(journeys)) {
  const files = await trace(work);
  console.log(`${name}: ${files.length} files`);
  if (process.argv.includes('--list')) console.log(files.map((file) => `  ${file}`).join('\n'));
}
session.disconnect();
await app.close();
await rm(folder, { recursive: true, force: true });
