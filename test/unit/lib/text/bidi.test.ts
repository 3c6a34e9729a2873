import fc from 'fast-check';
import { hasBidiControls, isolateBidi } from '../../../../src/lib/text';

const lre = '\u202A';
const rle = '\u202B';
const pdf = '\u202C';
const lro = '\u202D';
const rlo = '\u202E';
const lri = '\u2066';
const rli = '\u2067';
const fsi = '\u2068';
const pdi = '\u2069';

const controls = /[\u202A-\u202E\u2066-\u2069]/gu;
const withControls = fc.string({
  unit: fc.constantFrom('a', 'ب', ' ', '\n', lre, rle, pdf, lro, rlo, lri, rli, fsi, pdi),
  maxLength: 20,
});

/** Reads a paragraph as UAX #9 pairs its controls, and says what is wrong with it. */
function faultOf(paragraph: string): string | null {
  const open: string[] = [];
  for (const character of paragraph) {
    if ([lre, rle, lro, rlo].includes(character)) {
      if (!open.includes('isolate')) return 'an embedding outside any isolate';
      open.push('embedding');
    } else if ([lri, rli, fsi].includes(character)) open.push('isolate');
    else if (character === pdf && open.pop() !== 'embedding') return 'a PDF that ends nothing';
    else if (character === pdi && open.pop() !== 'isolate') return 'a PDI that ends nothing';
  }
  return open.length > 0 ? `an unclosed ${open.join(', ')}` : null;
}

describe('hasBidiControls', () => {
  it.each([lre, rle, pdf, lro, rlo, lri, rli, fsi, pdi])('finds %j', (control) => {
    expect(hasBidiControls(`محمد${control}`)).toBe(true);
  });

  it('does not count the marks that keyboards type', () => {
    expect(hasBidiControls('محمد\u200F \u200Eabc\u061C')).toBe(false);
  });
});

describe('isolateBidi', () => {
  it('leaves a text without controls as it is', () => {
    expect(isolateBidi('قال: “نعم”.\n\nثم \u200Fمضى')).toBe('قال: “نعم”.\n\nثم \u200Fمضى');
  });

  it('closes an override that is left open, and isolates it', () => {
    expect(isolateBidi(`see ${rlo}gpj.exe`)).toBe(`see ${fsi}${rlo}gpj.exe${pdf}${pdi}`);
  });

  it('isolates an override that is closed, and no more than the override', () => {
    expect(isolateBidi(`a ${rlo}b${pdf} c`)).toBe(`a ${fsi}${rlo}b${pdf}${pdi} c`);
  });

  it('closes within the paragraph, so that the next one is untouched', () => {
    expect(isolateBidi(`a ${lri}b\nc`)).toBe(`a ${lri}b${pdi}\nc`);
  });

  it('leaves out an end that could end an isolate of the page around the comment', () => {
    expect(isolateBidi(`a${pdi}b${pdf}c`)).toBe('abc');
  });

  it('keeps isolates that are closed, with what is inside them', () => {
    const text = `قال ${lri}${lre}abc${pdf} def${pdi} ثم`;
    expect(isolateBidi(text)).toBe(text);
  });

  it('closes an embedding at the end of the isolate that it stands in', () => {
    expect(isolateBidi(`${rli}a${lro}b${pdi}c`)).toBe(`${rli}a${lro}b${pdf}${pdi}c`);
  });

  it('leaves nothing open or unpaired, keeps every letter, and isolates its own result to itself', () => {
    fc.assert(
      fc.property(withControls, (text) => {
        const isolated = isolateBidi(text);
        expect(isolated.split('\n').map(faultOf)).toEqual(isolated.split('\n').map(() => null));
        expect(isolated.replace(controls, '')).toBe(text.replace(controls, ''));
        expect(isolateBidi(isolated)).toBe(isolated);
      }),
      { numRuns: 2000 },
    );
  });
});
