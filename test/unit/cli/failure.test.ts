import { describeFailure } from '../../../src/cli/failure';
import { ServiceUnavailable } from '../../../src/platform/errors';

const systemError = (facts: object) => Object.assign(new Error('as the system says it'), facts);

const unavailable = (engineCode: string, reason = 'as the server says it') =>
  new ServiceUnavailable('The database is away', {
    operation: 'connect',
    engineCode,
    reason,
    isConnectionLost: true,
  });

const postgres = { DATABASE_URL: 'postgres://maqal:hunter2@db.example:5433/news' };
const sqlite = { DATABASE_URL: 'sqlite:/srv/maqal.sqlite' };
const port = { syscall: 'listen', address: '127.0.0.1', port: 80 };

describe('what an operator reads of a failure', () => {
  it.each([
    [
      systemError({ ...port, code: 'EADDRINUSE' }),
      {},
      /^Port 80 is in use \(127\.0\.0\.1:80\): .*PORT=0/,
    ],
    [systemError({ ...port, code: 'EACCES' }), {}, /^Port 80 may not be opened .*1024/],
    [systemError({ ...port, code: 'EADDRNOTAVAIL' }), {}, /no address 127\.0\.0\.1: set HOST/],
    [systemError({ syscall: 'open', path: '/a', code: 'EACCES' }), {}, /^\/a may not be read/],
    [systemError({ syscall: 'open', path: '/a', code: 'ENOSPC' }), {}, /^There is no space left/],
    [unavailable('ECONNREFUSED'), postgres, /^PostgreSQL at db\.example:5433 does not answer/],
    [unavailable('ENOTFOUND'), postgres, /^There is no host db\.example:5433/],
    [unavailable('28000'), postgres, /does not let maqal in .*`createuser maqal`/],
    [unavailable('28P01'), postgres, /refuses the password of maqal/],
    [unavailable('3D000'), postgres, /has no database news: .*`createdb news`/],
    [unavailable('57P03'), postgres, /^The database cannot be reached: as the server says it$/],
    [systemError({ code: 'SQLITE_NOTADB' }), sqlite, /^\/srv\/maqal\.sqlite is no SQLite database/],
    [systemError({ code: 'SQLITE_CANTOPEN' }), sqlite, /^\/srv\/maqal\.sqlite cannot be opened/],
  ])('is a sentence without a stack and without a password: %#', (error, environment, sentence) => {
    const { text, exitCode } = describeFailure(error, environment);
    expect(exitCode).toBe(3);
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/\n|hunter2/);
  });

  it('is the stack where the program is at fault', () => {
    const fault = new TypeError('x is undefined');
    expect(describeFailure(fault, {})).toEqual({ text: fault.stack, exitCode: 3 });
  });
});
