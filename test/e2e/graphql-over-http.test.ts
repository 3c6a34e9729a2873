import { type Audit, serverAudits } from 'graphql-http';
import { preflightHeaders } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

/**
 * What the specification advises and the service does otherwise, each with its reason.
 *
 * All three are about `application/json`, the older media type, for which the specification
 * advises 200 whatever is wrong with the document. The catalogue of error codes gives each code one
 * status whatever the media type, as Apollo Server does: a log, a proxy or a script that looks at
 * the status alone then sees that an operation was refused. A client that follows the
 * specification asks for `application/graphql-response+json`, and every audit of that passes.
 */
const otherwise = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

let service: TestApp;

/** A script's fetch: it sends the header that Apollo's CSRF prevention wants of a GET. */
const fetchAsScript = (url: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(preflightHeaders)) headers.set(name, value);
  return fetch(url, { ...init, headers });
};

const runAudits = (isIncluded: (audit: Audit) => boolean) =>
  Promise.all(
    serverAudits({ url: service.url, fetchFn: fetchAsScript })
      .filter(isIncluded)
      .map(async (audit) => ({ name: audit.name, result: await audit.fn() })),
  );

const listFailures = (audited: Awaited<ReturnType<typeof runAudits>>) =>
  audited
    .filter(({ result }) => result.status !== 'ok')
    .map(({ name, result }) => [name, 'reason' in result ? result.reason : '']);

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe('GraphQL over HTTP', () => {
  it('does all that the specification says a server MUST', async () => {
    const audited = await runAudits(({ name }) => name.startsWith('MUST'));
    expect(audited.length).toBeGreaterThanOrEqual(10);
    expect(listFailures(audited)).toEqual([]);
  });

  it('does all that it says a server SHOULD or MAY, but for what is listed with its reason', async () => {
    const audited = await runAudits(({ name }) => !name.startsWith('MUST'));
    expect(audited.length).toBeGreaterThanOrEqual(45);
    expect(listFailures(audited).map(([name]) => name)).toEqual(otherwise);
  });
});
