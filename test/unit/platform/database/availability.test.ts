import { classifyFailure } from '../../../../src/platform/database/availability';
import { toCommitError, toDatabaseError } from '../../../../src/platform/database/database.errors';
import { ServiceUnavailable } from '../../../../src/platform/errors';

const withCode = (code: string | number) => Object.assign(new Error('failed'), { code });

describe('classifyFailure', () => {
  it.each([
    '08006',
    '57P01',
    '57P02',
    '57P03',
    '25P03',
    '28P01',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
  ])('takes %s for a lost connection', (code) => {
    expect(classifyFailure(withCode(code))).toBe('connection');
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query read timeout',
  ])('takes the driver’s "%s" for a lost connection', (message) => {
    expect(classifyFailure(new Error(message))).toBe('connection');
  });

  it.each([
    '40001',
    '40P01',
    '53100',
    '53300',
    '55P03',
    '57014',
    '25006',
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_LOCKED',
    'SQLITE_FULL',
    'SQLITE_READONLY',
    'SQLITE_IOERR',
    'SQLITE_CANTOPEN',
  ])('takes %s for a busy database', (code) => {
    expect(classifyFailure(withCode(code))).toBe('busy');
  });

  it.each(['23505', '42P01', '22P02', 'SQLITE_CONSTRAINT', 'SQLITE_ERROR', 'SQLITE_CORRUPT'])(
    'takes %s for a fault that a retry repeats',
    (code) => {
      expect(classifyFailure(withCode(code))).toBeNull();
    },
  );

  it('takes whatever has neither for a fault', () => {
    for (const cause of [new Error('other'), withCode(5), 'text', null, undefined, {}]) {
      expect(classifyFailure(cause)).toBeNull();
    }
  });
});

describe('toDatabaseError', () => {
  it('keeps parameters, the statement and the engine’s words out of what a caller reads', () => {
    const cause = Object.assign(new Error('lock on "reader@example.org"'), { code: '55P03' });
    const error = toDatabaseError('comment.insert', cause, ['reader@example.org']);
    expect(error).toBeInstanceOf(ServiceUnavailable);
    expect(error.message).not.toMatch(/comment\.insert|lock|reader/);
    expect(JSON.stringify(error)).not.toContain('reader@');
    expect(error).toMatchObject({
      facts: { retryAfterSeconds: 1 },
      detail: { operation: 'comment.insert', engineCode: '55P03', reason: 'lock on "…"' },
    });
  });
});

describe('toCommitError', () => {
  it('says that the change may have been written where the connection was lost', () => {
    const lost = toDatabaseError('database.commit', withCode('ECONNRESET'));
    expect(toCommitError(lost)).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/may have been written.*idempotency key/) as string,
    });
  });

  it('leaves a refusal as it is: nothing was written then', () => {
    const refused = toDatabaseError('database.commit', withCode('40001'));
    expect(toCommitError(refused)).toBe(refused);
  });
});
