import { gzipSync } from 'node:zlib';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { jsonHeaders, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const addComment = `mutation ($input: AddCommentInput!) {
  addComment(input: $input) { comment { authorName body } userErrors { message } }
}`;

let service: TestApp;
let articleId: string;

beforeAll(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

const writeBody = (body: string) =>
  JSON.stringify({ query: addComment, variables: { input: buildComment(articleId, { body }) } });
const sendBytes = (bytes: Uint8Array, headers: Record<string, string> = jsonHeaders) =>
  request(service, '/graphql', { method: 'POST', headers, body: Buffer.from(bytes) });
const countComments = async () => {
  const { text } = await post(service, {
    query: `query Count { node(id: "${articleId}") { ... on Article { commentCount } } }`,
  });
  return /"commentCount":(\d+)/.exec(text)?.[1];
};

describe('a body that is not UTF-8', () => {
  it.each<[string, Buffer]>([
    ['in Latin-1', Buffer.from(writeBody('déjà vu'), 'latin1')],
    ['in Windows-1256', Buffer.from(writeBody('?').replace('?', '\xca\xdd\xd1'), 'latin1')],
    [
      'that ends inside a character',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xd9])]),
    ],
    ['with an overlong form', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf])])],
    ['with a surrogate', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xed, 0xa0, 0x80])])],
  ])('is refused, and nothing is written: %s', async (_, bytes) => {
    const before = await countComments();
    const answer = await sendBytes(bytes);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
    expect(answer.errors[0]?.message).toMatch(/not UTF-8: byte \d+ \(0x[0-9A-F]{2}\)/);
    expect(await countComments()).toBe(before);
  });

  it('is told the place of the first bad byte', async () => {
    const [head, tail] = ['{"query":"{ a } # مقال ', '"}'];
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xe9]), Buffer.from(tail)]);
    const { errors } = await sendBytes(bytes);
    expect(errors[0]?.message).toContain(`byte ${Buffer.byteLength(head)} (0xE9)`);
  });

  it.each(['utf16le', 'latin1'] as const)(
    'is told its encoding by its mark: %s',
    async (encoding) => {
      const swapped = Buffer.from('\ufeff{}', 'utf16le');
      const bytes = encoding === 'utf16le' ? swapped : Buffer.from(swapped).swap16();
      const answer = await sendBytes(bytes);
      expect([answer.status, answer.errors[0]?.message]).toEqual([
        400,
        'The body cannot be read: it is UTF-16, but must be UTF-8',
      ]);
    },
  );
});

describe('a byte-order mark', () => {
  it('is taken off a body, also where the answer is cached', async () => {
    const body = JSON.stringify({ query: 'query Marked { articles { totalCount } }' });
    const marked = Buffer.from(`\ufeff${body}`);
    const plain = await sendBytes(Buffer.from(body));
    for (const answer of [await sendBytes(marked), await sendBytes(marked)]) {
      expect([answer.status, answer.text]).toEqual([200, plain.text]);
    }
  });

  it('alone is an empty body', async () => {
    const answer = await sendBytes(Buffer.from('\ufeff'));
    expect(answer.errors[0]?.message).toBe('The body is empty');
  });

  it('inside a text is part of the text', async () => {
    const { text } = await sendBytes(Buffer.from(writeBody('one\ufefftwo')));
    expect(JSON.parse(text)).toMatchObject({ data: { addComment: { userErrors: [] } } });
  });
});

describe('another charset in Content-Type', () => {
  it.each([
    'application/json; charset=windows-1256',
    'application/json;charset=ISO-8859-1',
    'application/json; a=b; charset="utf-16"',
  ])('is refused, and the answer names what is taken: %s', async (type) => {
    const body = JSON.stringify({ query: '{ articles { totalCount } }' });
    await sendBytes(Buffer.from(body));
    const answer = await sendBytes(Buffer.from(body), { 'content-type': type });
    expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
    expect(answer.errors[0]?.message).toContain('UTF-8');
  });
});

describe('Content-Encoding', () => {
  const body = JSON.stringify({ query: '{ articles { totalCount } }' });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x-unknown'])(
    '%s is refused, and the answer names what is taken',
    async (coding) => {
      await sendBytes(Buffer.from(body));
      const bytes = coding === 'gzip' ? gzipSync(body) : Buffer.from(body);
      const answer = await sendBytes(bytes, { ...jsonHeaders, 'content-encoding': coding });
      expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
      expect(answer.errors[0]?.message).toContain('identity');
      expect(answer.headers.get('accept-encoding')).toBe('identity');
    },
  );

  it('identity is taken', async () => {
    const headers = { ...jsonHeaders, 'content-encoding': 'Identity' };
    expect((await sendBytes(Buffer.from(body), headers)).status).toBe(200);
  });
});

describe('an event stream', () => {
  it('takes the same bytes and refuses the same', async () => {
    const headers = { ...jsonHeaders, accept: 'text/event-stream' };
    const init = { method: 'POST', headers, body: Buffer.from('{"query":"\xe9"}', 'latin1') };
    const answer = await request(service, '/graphql/stream', init);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
    expect(answer.errors[0]?.message).toContain('byte 10 (0xE9)');
  });
});
