import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { WebSocket } from 'ws';
import { drawDocument, drawTraits, type TextPools } from '../../test/support/random-documents';
import { drawBadInput } from '../data/bad-inputs';
import type { Random } from '../data/random';
import { graphqlPath, jsonHeaders } from '../load/graphql-requests';

/** The service as attackers know it. */
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

/** The kinds of attack, by name. */
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
  'a cheap and an expensive operation': async (target) => {
    for (const operationName of ['A', 'B']) {
      await post(target, JSON.stringify({ query: documents.twoOperations, operationName }));
    }
  },
  'selections in every combination': (target, random) => {
    const flags = optionalFields.map((_, index) => [`f${index}`, random.between(0, 1) === 1]);
    const variables = { first: random.between(1, 100), ...Object.fromEntries(flags) } as object;
    return post(target, JSON.stringify({ query: documents.combinations, variables }));
  },
  'distinct texts': async (target, random) => {
    const query = `{ a${random.nextUint32()}: articles(first: 2) { nodes { title } } }`;
    for (let turn = 0; turn < 3; turn += 1) await post(target, JSON.stringify({ query }));
  },
  'bytes that are not UTF-8': (target, random) =>
    post(target, Buffer.from(Array.from({ length: 1_000 }, () => random.between(0, 255)))),
  'guessed tokens': (target, random) =>
    post(target, JSON.stringify({ query: documents.viewer }), {
      authorization: `Bearer maqal_${random.nextUint32()}`,
    }),
  'a body byte by byte': sendSlowly,
  'requests that are given up': giveUp,
  'subscriptions with undeclared variables': subscribeWithBallast,
  'streams that nobody reads': openUnreadStreams,
};

const optionalFields = [
  'title',
  'slug',
  'locale',
  'updatedAt',
  'publishedAt',
  'readingTimeMinutes',
  'url',
];

/** As many nested pages as the cost allows, or more, by their size. */
const nestPages = (size: number) => `articles(first: ${size}) { nodes {
  comments(first: ${size}) { nodes { replies(first: ${size}) { nodes { body } } } } } }`;

/** The documents that stay the same but for what makes them distinct; each is valid. */
const documents = {
  twoOperations: `query A { __typename } query B { ${nestPages(100)} }`,
  nested: `{ ${nestPages(15)} }`,
  combinations: `query ($first: Int, ${optionalFields.map((_, index) => `$f${index}: Boolean!`).join(', ')}) {
    articles(first: $first) { nodes { id ${optionalFields.map((field, index) => `${field} @include(if: $f${index})`).join(' ')} } }
  }`,
  viewer: '{ viewer { role } }',
  addComment:
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
  commentAdded: 'subscription ($id: ID!) { commentAdded(articleId: $id) { id body } }',
  commentPages:
    'subscription ($id: ID!) { commentAdded(articleId: $id) { article { comments(first: 100) { nodes { body } } } } }',
};

/** Checks that no attack stops at a document that the schema refuses. Errors: an Error with the reason. */
export function checkDocuments(schema: GraphQLSchema): void {
  for (const [name, document] of Object.entries(documents)) {
    const [error] = validate(schema, parse(document));
    if (error !== undefined) throw new Error(`The document ${name} is not valid: ${error.message}`);
  }
}

/** Ignores the answer and every failure: the bench checks elsewhere that the service lives. */
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
  sent.end(JSON.stringify({ query: documents.nested }));
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
      // An alias makes each another document.
      const query = documents.commentAdded.replace('body', `body a${id}: __typename`);
      const variables = { id: random.pick(pools.ids), ballast: 'x'.repeat(50_000) };
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
  const variables = JSON.stringify({ id: articleId });
  const search = new URLSearchParams({ query: documents.commentPages, variables }).toString();
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
        query: documents.addComment,
        variables: { input: { ...input, body: `${random.nextUint32()} تعليق `.repeat(100) } },
      }),
    );
  }
  for (const socket of sockets) socket.destroy();
}
