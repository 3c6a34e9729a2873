import fc from 'fast-check';
import { hasBidiControls, isolateBidi } from '../../../../src/lib/text';

const LRE = '\u202A';
const RLE = '\u202B';
const PDF = '\u202C';
const LRO = '\u202D';
const RLO = '\u202E';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
const withControls = fc.string({
  unit: fc.constantFrom('a', 'ب', ' ', '\n', LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI),
  maxLength: 20,
});

/** Reads a paragraph as UAX #9 pairs its controls, and says what is wrong with it. */
function faultOf(paragraph: string): string | null {
  const open: string[] = [];
  for (const character of paragraph) {
    if ([LRE, RLE, LRO, RLO].includes(character)) {
      if (!open.includes('isolate')) return 'an embedding outside any isolate';
      open.push('embedding');
    } else if ([LRI, RLI, FSI].includes(character)) open.push('isolate');
    else if (character === PDF && open.pop() !== 'embedding') return 'a PDF that ends nothing';
    else if (character === PDI && open.pop() !== 'isolate') return 'a PDI that ends nothing';
  }
  return open.length > 0 ? `an unclosed ${open.join(', ')}` : null;
}

describe('hasBidiControls', () => {
  it.each([LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI])('finds %j', (control) => {
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
    expect(isolateBidi(`see ${RLO}gpj.exe`)).toBe(`see ${FSI}${RLO}gpj.exe${PDF}${PDI}`);
  });

  it('isolates an override that is closed, and no more than the override', () => {
    expect(isolateBidi(`a ${RLO}b${PDF} c`)).toBe(`a ${FSI}${RLO}b${PDF}${PDI} c`);
  });

  it('closes within the paragraph, so that the next one is untouched', () => {
    expect(isolateBidi(`a ${LRI}b\nc`)).toBe(`a ${LRI}b${PDI}\nc`);
  });

  it('leaves out an end that could end an isolate of the page around the comment', () => {
    expect(isolateBidi(`a${PDI}b${PDF}c`)).toBe('abc');
  });

  it('keeps isolates that are closed, with what is inside them', () => {
    const text = `قال ${LRI}${LRE}abc${PDF} def${PDI} ثم`;
    expect(isolateBidi(text)).toBe(text);
  });

  it('closes an embedding at the end of the isolate that it stands in', () => {
    expect(isolateBidi(`${RLI}a${LRO}b${PDI}c`)).toBe(`${RLI}a${LRO}b${PDF}${PDI}c`);
  });

  it('leaves nothing open or unpaired, keeps every letter, and isolates its own result to itself', () => {
    fc.assert(
      fc.property(withControls, (text) => {
        const isolated = isolateBidi(text);
        expect(isolated.split('\n').map(faultOf)).toEqual(isolated.split('\n').map(() => null));
        expect(isolated.replace(CONTROLS, '')).toBe(text.replace(CONTROLS, ''));
        expect(isolateBidi(isolated)).toBe(isolated);
      }),
      { numRuns: 2000 },
    );
  });
});
