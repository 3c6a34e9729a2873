// Starts the service with `npm start` on an empty database, asks for the source article, stops it, and
// starts it once more: the second start has nothing to build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'maqal-smoke-'));
const environment = {
  PORT: '0',
  DATABASE_URL: `sqlite:${join(folder, 'maqal.sqlite')}`,
  FILES_DIR: join(folder, 'files'),
};

/** Starts the service, hands its address to `work`, stops it. Shape: what it wrote to standard error. */
async function run(work) {
  const service = spawn('npm', ['start'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let complaints = '';
  service.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    complaints += chunk;
  });
  try {
    const url = await readAddress(service);
    service.stdout.resume();
    await work(url);
  } finally {
    process.kill(-service.pid, 'SIGTERM');
    await once(service, 'exit');
  }
  return complaints;
}

async function readAddress(service) {
  let text = '';
  for await (const chunk of service.stdout.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const address = /Maqal serves on (http\S+?)"/.exec(text)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`The service ended before it served:\n${text}`);
}

async function ask(url, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function checkArticle(url) {
  const { articles } = await ask(url, '{ articles(first: 1) { nodes { slug } } }');
  const document = await readFile('schema/operations/ArticlePage.graphql', 'utf8');
  const { article } = await ask(url, document, { slug: articles.nodes[0].slug });
  const paragraphs = article.sections.map((section) => section.paragraphs.length);
  if (paragraphs.join() !== '5,7,5') throw new Error(`Paragraphs: ${paragraphs}`);
  const [image] = article.sections.flatMap((section) => section.images);
  if (image.url === null) throw new Error('The article has no picture');
  console.log(`${url} answers with the source article: ${article.title}`);
}

try {
  await run(checkArticle);
  const complaints = await run(checkArticle);
  if (complaints.includes('Building')) throw new Error('The second start built once more');
} finally {
  await rm(folder, { recursive: true });
}
