import fc from 'fast-check';
import { nameSkeleton } from '../../../../src/lib/text/skeleton';
import { listSpellings } from '../../../support/arabic-spellings';

const arabicName = fc.string({
  unit: fc.constantFrom(...Array.from('ابتثجحدرسشعفقكلمنهويأإآىةؤئ ')),
  minLength: 1,
  maxLength: 15,
});

describe('nameSkeleton', () => {
  it.each([
    ['فريق التحرير', 'فـريق  التّحرير'],
    ['فريق التحرير', 'فريق-التحرير.'],
    ['فريق التحرير', 'ﻓﺮﻳﻖ ﺍﻟﺘﺤﺮﻳﺮ'],
    ['فريق التحرير', 'فریق التحریر'],
    ['فريق التحرير', 'فريق\u200Fالتحرير'],
    ['هيئة التحرير', 'ھیئة التحریر'],
    ['الجزيرة', 'الجزيره'],
    ['Al Jazeera', 'Аl Jаzееrа'],
    ['Al Jazeera', 'AI JAZEERA'],
    ['Al Jazeera', 'A1-Jazeera'],
    ['NATO', 'ΝΑТО'],
    ['HATO', 'НАТО'],
    ['Editor', 'ＥDITOR'],
    ['Editor', 'Edit0r'],
    ['modern', 'rnodern'],
  ])('sees %s and %s as one', (name, lookalike) => {
    expect(nameSkeleton(lookalike)).toBe(nameSkeleton(name));
  });

  it.each([
    ['فريق التحرير', 'فريق التحريض'],
    ['ثامر', 'يامر'],
    ['سامي', 'شامي'],
    ['Maria', 'Mario'],
    ['حسن', 'حسين'],
  ])('tells %s and %s apart', (name, other) => {
    expect(nameSkeleton(other)).not.toBe(nameSkeleton(name));
  });

  it('sees the five spellings of any Arabic name as one', () => {
    fc.assert(
      fc.property(arabicName, (name) => {
        const skeletons = new Set(listSpellings(name).map(nameSkeleton));
        expect(skeletons.size).toBe(1);
      }),
    );
  });

  it('gives an empty skeleton to what shows no letter or digit', () => {
    expect(nameSkeleton(' \u200F-. ')).toBe('');
  });
});
