// A Node HTTP server that answers everything with one constant: the floor of any server in Node.
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announce, readSetting } from './reference-settings';

const body = readFileSync(readSetting('BENCH_BODY_FILE'));
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': body.length,
};

function answer(response: ServerResponse): void {
  response.writeHead(200, headers);
  response.end(body);
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    answer(response);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    // Read whole, as any server has to that looks at it.
    Buffer.concat(chunks).toString('utf8');
    answer(response);
  });
});
server.listen(0, '127.0.0.1', () => {
  announce((server.address() as AddressInfo).port);
});
