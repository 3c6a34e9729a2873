import fc from 'fast-check';
import {
  hasControlCharacters,
  hasControlCharactersInBody,
  normalizeMultilineText,
  normalizeText,
} from '../../../../src/lib/text';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('normalizeText', () => {
  it('makes one space of every run of white space, NBSP and line breaks included', () => {
    expect(normalizeText(' a\u00A0 \tb\r\nc\u2003\u3000d\u2028e\u0085f ')).toBe('a b c d e f');
  });

  it('composes letters and marks', () => {
    expect(normalizeText('cafe\u0301')).toBe('café');
    expect(normalizeText('ا\u0653')).toBe('آ');
  });

  it('changes nothing else: marks, tatweel, quotes, presentation forms, joiners and case stay', () => {
    const text = 'حمّل “بلينكن” مــا ﻻ می\u200Cشود Straße ﬁ';
    expect(normalizeText(text)).toBe(text);
  });

  it('gives nothing for white space alone', () => {
    expect(normalizeText(' \u00A0\r\n\t')).toBe('');
  });

  it('normalizes its own result to itself and adds no word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(once).not.toMatch(/^\s|\p{White_Space}{2}|[^\P{White_Space} ]/u);
      }),
    );
  });
});

describe('normalizeMultilineText', () => {
  it('keeps lines and paragraphs, whatever the line ends', () => {
    expect(normalizeMultilineText('one\r\ntwo\rthree\n\nfour\u2028five\u2029six')).toBe(
      'one\ntwo\nthree\n\nfour\nfive\n\nsix',
    );
  });

  it('leaves one blank line at most between paragraphs and none at the ends', () => {
    expect(normalizeMultilineText('\n \r\none\n\n \u00A0\n\n\ntwo\n\n')).toBe('one\n\ntwo');
  });

  it('normalizes each line', () => {
    expect(normalizeMultilineText('  a\u00A0 b \n\tcafe\u0301')).toBe('a b\ncafé');
  });

  it('normalizes its own result to itself and equals the single-line form but for its breaks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeMultilineText(text);
        expect(normalizeMultilineText(once)).toBe(once);
        expect(normalizeText(once)).toBe(normalizeText(text));
      }),
    );
  });
});

describe('hasControlCharacters', () => {
  it.each(['a\0b', 'a\u001Bb', 'a\u007Fb', 'a\u009Bb', 'a\tb', 'a\nb'])(
    'finds one in %j',
    (text) => {
      expect(hasControlCharacters(text)).toBe(true);
    },
  );

  it('finds none in letters, joiners, marks and emoji', () => {
    expect(hasControlCharacters('مُحمّد می\u200Cشود 👩‍👩‍👧 \u200F!')).toBe(false);
  });
});

describe('hasControlCharactersInBody', () => {
  it('lets tabs and line breaks of a keyboard pass', () => {
    expect(hasControlCharactersInBody('a\tb\r\nc\nd')).toBe(false);
  });

  it.each(['a\0b', 'a\u000Bb', 'a\u001Bb', 'a\u007Fb', 'a\u0085b', 'a\u009Bb'])(
    'finds one in %j',
    (text) => {
      expect(hasControlCharactersInBody(text)).toBe(true);
    },
  );
});
