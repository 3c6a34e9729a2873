// Starts the service with `npm start` on an empty database, asks for the source article, stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'maqal-smoke-'));
const service = spawn('npm', ['start'], {
  env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'maqal.sqlite')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});

async function readAddress() {
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

try {
  const url = await readAddress();
  service.stdout.resume();
  const { articles } = await ask(url, '{ articles(first: 1) { nodes { slug } } }');
  const document = await readFile('schema/operations/ArticlePage.graphql', 'utf8');
  const { article } = await ask(url, document, { slug: articles.nodes[0].slug });
  const paragraphs = article.sections.map((section) => section.paragraphs.length);
  if (paragraphs.join() !== '5,7,5') throw new Error(`Paragraphs: ${paragraphs}`);
  console.log(`${url} answers with the source article: ${article.title}`);
} finally {
  process.kill(-service.pid, 'SIGTERM');
  await once(service, 'exit');
  await rm(folder, { recursive: true });
}
