// Rows by hand-written SQL and JSON.stringify, no GraphQL: what the driver alone allows.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeArticlePage, composeFrontPage } from '../by-hand/compose-pages';
import { HandReads } from '../by-hand/hand-reads';
import { announce, readSetting } from './reference-settings';

interface Sent {
  readonly operationName: string;
  readonly variables: { readonly slug?: string; readonly after?: string };
}

async function serve(): Promise<void> {
  const reads = await HandReads.open(readSetting('BENCH_DATABASE'));
  const server = createServer((request, response) => {
    handle(reads, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    announce((server.address() as AddressInfo).port);
  });
}

async function handle(
  reads: HandReads,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { operationName, variables } = JSON.parse(await readBody(request)) as Sent;
  const data =
    operationName === 'ArticlePage'
      ? await composeArticlePage(reads, variables.slug ?? '')
      : await composeFrontPage(reads, variables.after ?? null);
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
  });
}

void serve();
