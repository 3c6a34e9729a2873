import { boundErrors } from '../../../src/graphql/errors/bound-errors';

const error = (number: number) => ({
  message: `Error ${number}`,
  path: ['articles', 'nodes', number],
  extensions: { code: 'BAD_USER_INPUT' },
});

describe('the errors of an answer', () => {
  it('are all listed where they are few', () => {
    const errors = Array.from({ length: 50 }, (_, number) => error(number));
    expect(boundErrors(errors)).toEqual(errors);
  });

  it('are listed from the first, with the number of those that are left out', () => {
    const errors = Array.from({ length: 5_000 }, (_, number) => error(number));
    const listed = boundErrors(errors);
    expect(JSON.stringify(listed).length).toBeLessThan(12_000);
    expect(listed.slice(0, -1)).toEqual(errors.slice(0, listed.length - 1));
    expect(listed.at(-1)).toEqual({
      message: `${5_000 - (listed.length - 1)} more errors are left out`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('name no path that is made to be long', () => {
    const [listed] = boundErrors([{ message: 'Wrong', path: ['x'.repeat(100_000)] }]);
    expect(listed).toEqual({ message: 'Wrong' });
  });
});
