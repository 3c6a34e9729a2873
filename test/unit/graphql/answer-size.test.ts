import fc from 'fast-check';
import { fitsInto } from '../../../src/graphql/limits';

describe('fitsInto', () => {
  it('is true exactly where the JSON of an answer has no more bytes than allowed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: -8, max: 8 }), (value, difference) => {
        const length = Buffer.byteLength(JSON.stringify(value));
        expect(fitsInto(value, length + difference)).toBe(difference >= 0);
      }),
    );
  });

  it.each([
    ['letters of two bytes', 'مقال'],
    ['letters of four bytes', '𝒜😀'],
    ['letters that are escaped', '"\\\n\u0000\u0001'],
    ['halves of letters', '\ud800\udc00\ud800'],
  ])('counts %s as they are sent', (_, text) => {
    const answer = { data: { texts: Array.from({ length: 50 }, () => text.repeat(10)) } };
    const length = Buffer.byteLength(JSON.stringify(answer));
    expect([fitsInto(answer, length - 1), fitsInto(answer, length)]).toEqual([false, true]);
  });

  it('counts any date as it is sent, whatever its year', () => {
    const dates = fc.array(fc.date({ noInvalidDate: false }), { minLength: 1 });
    fc.assert(
      fc.property(dates, fc.integer({ min: -8, max: 8 }), (answer, difference) => {
        const length = Buffer.byteLength(JSON.stringify(answer));
        expect(fitsInto(answer, length + difference)).toBe(difference >= 0);
      }),
    );
  });

  it('counts a date as its text, and no field that is undefined', () => {
    const answer = { at: new Date(0), skipped: undefined };
    expect([fitsInto(answer, 32), fitsInto(answer, 33)]).toEqual([false, true]);
  });

  it('reads no more of an answer than its bound', () => {
    let reads = 0;
    const row = new Proxy(
      { text: 'x'.repeat(1_000) },
      {
        ownKeys: (target) => {
          reads += 1;
          return Reflect.ownKeys(target);
        },
      },
    );
    expect(
      fitsInto(
        Array.from({ length: 10_000 }, () => row),
        20_000,
      ),
    ).toBe(false);
    expect(reads).toBeLessThan(25);
  });
});
