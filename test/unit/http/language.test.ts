import fc from 'fast-check';
import { chooseLanguage } from '../../../src/http/language';

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar', 'ar'],
    ['AR', 'ar'],
    ['ar-EG', 'ar'],
    ['ar-Arab-EG', 'ar'],
    ['en-GB', 'en'],
    ['*', 'en'],
    ['fr', 'en'],
    ['fr, ar', 'ar'],
    ['fr;q=1, ar;q=0.1', 'ar'],
    ['ar, en', 'ar'],
    ['en, ar', 'en'],
    ['ar;q=0.2, en;q=0.9', 'en'],
    ['en;q=0.2, ar;q=0.9', 'ar'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['en;q=0, ar;q=0.1', 'ar'],
    ['ar;q=0', 'en'],
    ['arz', 'en'],
    ['*, ar', 'en'],
    ['ar, *;q=0.1', 'ar'],
    ['ar_EG', 'en'],
    [';;;,,,=', 'en'],
  ])('answers Accept-Language %j in %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });

  it('answers the same header the same way each time', () => {
    expect([1, 2, 3].map(() => chooseLanguage('ar-SY, en;q=0.5'))).toEqual(['ar', 'ar', 'ar']);
  });

  it('never fails, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (header) => {
        expect(['ar', 'en']).toContain(chooseLanguage(header));
      }),
    );
  });
});
