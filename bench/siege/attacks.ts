import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { WebSocket } from 'ws';
import { drawDocument, drawTraits, type TextPools } from '../../test/support/random-documents';
import { drawBadInput } from '../data/bad-inputs';
import type { Random } from '../data/random';
import { graphqlPath, jsonHeaders } from '../load/graphql-requests';

/** What attackers know of the service. */
export interface AttackTarget {
  /** Shape: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly schema: GraphQLSchema;
  /** Ids and slugs of articles that honest readers leave alone. */
  readonly pools: TextPools;
}

type Attack = (target: AttackTarget, random: Random) => Promise<void>;

/** Units: milliseconds that an attack holds what it has opened. */
const holdMs = 2_000;
/** Units: milliseconds after which an attacker hangs up. */
const maxWaitMs = 15_000;

/** One attack of each kind that the attack's findings name, by its name. */
export const attacks: Readonly<Record<string, Attack>> = {
  'random documents': async (target, random) => {
    const traits = drawTraits(random);
    const { query, operationName, variables } = drawDocument(
      target.schema,
      random,
      traits,
      target.pools,
    );
    await post(target, JSON.stringify({ query, operationName, variables }));
  },
  'bad inputs': (target, random) =>
    post(target, JSON.stringify(drawBadInput(random, target.pools))),
  'a cheap and a dear operation': async (target) => {
    const query = `query A { __typename } query B { ${dearSelection} }`;
    for (const operationName of ['A', 'B']) {
      await post(target, JSON.stringify({ query, operationName }));
    }
  },
  'selections in every combination': (target, random) => {
    const fields = ['title', 'slug', 'locale', 'updatedAt', 'publishedAt', 'minutesToRead', 'url'];
    const flags = fields.map((field, index) => `${field} @include(if: $f${index})`);
    const declared = fields.map((_, index) => `$f${index}: Boolean!`).join(', ');
    const variables = Object.fromEntries(
      fields.map((_, index) => [`f${index}`, random.between(0, 1) === 1]),
    );
    const query = `query (${declared}) { articles(first: ${random.between(1, 100)}) { nodes { id ${flags.join(' ')} } } }`;
    return post(target, JSON.stringify({ query, variables }));
  },
  'distinct texts': async (target, random) => {
    const query = `{ a${random.nextUint32()}: articles(first: 2) { nodes { title } } }`;
    for (let turn = 0; turn < 3; turn += 1) await post(target, JSON.stringify({ query }));
  },
  'bytes that are not UTF-8': (target, random) =>
    post(target, Buffer.from(Array.from({ length: 1_000 }, () => random.between(0, 255)))),
  'guessed tokens': (target, random) =>
    post(target, JSON.stringify({ query: '{ viewer { role } }' }), {
      authorization: `Bearer maqal_${random.nextUint32()}`,
    }),
  'a body byte by byte': sendSlowly,
  'requests that are given up': giveUp,
  'subscriptions with undeclared variables': subscribeWithBallast,
  'streams that nobody reads': openUnreadStreams,
};

const dearSelection = `articles(first: 100) { nodes { comments(first: 100) { nodes {
  replies(first: 100) { nodes { replies(first: 100) { nodes { body } } } } } } } }`;

/** Any answer will do, and none as well: whether the service lives is looked at elsewhere. */
async function post(
  { origin }: AttackTarget,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    const response = await fetch(`${origin}${graphqlPath}`, {
      method: 'POST',
      headers: { ...jsonHeaders, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      signal: AbortSignal.timeout(maxWaitMs),
    });
    await response.arrayBuffer();
  } catch {
    // The service may hang up on what it does not want to read.
  }
}

async function sendSlowly({ origin }: AttackTarget): Promise<void> {
  const sent = request(`${origin}${graphqlPath}`, {
    method: 'POST',
    headers: { ...jsonHeaders, 'content-length': '200000' },
  });
  sent.on('error', () => undefined);
  const endsAt = Date.now() + holdMs;
  while (Date.now() < endsAt) {
    sent.write(' ');
    await wait(5);
  }
  sent.destroy();
}

async function giveUp({ origin }: AttackTarget, random: Random): Promise<void> {
  const sent = request(`${origin}${graphqlPath}`, { method: 'POST', headers: jsonHeaders });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify({ query: `{ ${dearSelection.replaceAll('100', '20')} }` }));
  await wait(random.between(0, 30));
  sent.destroy();
}

async function subscribeWithBallast(target: AttackTarget, random: Random): Promise<void> {
  const { origin, pools } = target;
  const socket = new WebSocket(`${origin}${graphqlPath}`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'connection_init' }));
    for (let id = 0; id < 100; id += 1) {
      const query = `subscription { commentAdded(articleId: "${random.pick(pools.ids)}") { id body a${id}: __typename } }`;
      const variables = { ballast: 'x'.repeat(50_000) };
      const payload = { query, variables };
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload }));
    }
  });
  await wait(holdMs);
  socket.terminate();
}

async function openUnreadStreams(target: AttackTarget, random: Random): Promise<void> {
  const { hostname, port } = new URL(target.origin);
  const articleId = random.pick(target.pools.ids);
  const query = `subscription { commentAdded(articleId: "${articleId}") { article { comments(first: 100) { nodes { body } } } } }`;
  const search = new URLSearchParams({ query }).toString();
  const sockets = Array.from({ length: 24 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(
      `GET ${graphqlPath}/stream?${search} HTTP/1.1\r\nhost: ${hostname}\r\naccept: text/event-stream\r\n\r\n`,
    );
    return socket;
  });
  // Each comment is an answer to every stream that is still open.
  for (let number = 0; number < 20; number += 1) {
    const input = { articleId, authorName: 'قارئ', authorEmail: 'reader@example.org' };
    await post(
      target,
      JSON.stringify({
        query: 'mutation ($i: AddCommentInput!) { addComment(input: $i) { comment { id } } }',
        variables: { i: { ...input, body: `${random.nextUint32()} تعليق `.repeat(100) } },
      }),
    );
  }
  for (const socket of sockets) socket.destroy();
}
