import { lightStem } from '../../../../src/features/search/analysis/light-stem';
import {
  countProtectedNames,
  findProtectedName,
  protectedSpellingsOf,
} from '../../../../src/features/search/analysis/protected-names';
import { protectedNames } from '../../../../src/features/search/analysis/protected-names.data';
import { dropHamzas, foldText } from '../../../../src/lib/text';

const find = (word: string): string | undefined => findProtectedName(dropHamzas(foldText(word)));

describe('findProtectedName', () => {
  it.each([
    ['فلسطين', 'فلسطين وفلسطين بفلسطين لفلسطين فلسطيني الفلسطيني فلسطينية الفلسطينية'],
    ['فلسطين', 'الفلسطينيون الفلسطينيين للفلسطينيين والفلسطينيات فلسطينيان بالفلسطينيين'],
    ['لبنان', 'لبنان اللبناني واللبنانيون لبنانية بلبنان'],
    ['فرنسا', 'فرنسا الفرنسي والفرنسية لفرنسا'],
    ['سودان', 'السودان سودان بالسودان للسودان السودانيين سوداني'],
    ['واشنطن', 'واشنطن وواشنطن بواشنطن لواشنطن'],
    ['يابان', 'اليابان الياباني اليابانية'],
    ['ايران', 'إيران ايران الإيرانية والإيرانيون'],
    ['المانيا', 'ألمانيا الألماني بألمانيا'],
    ['امريكا', 'أمريكا أميركا الأميركية الأمريكيين'],
    ['جزاير', 'الجزائر جزائري الجزائرية'],
    ['سوريا', 'سوريا سورية السوريين'],
    ['اسراييل', 'إسرائيل الإسرائيلي للإسرائيليين'],
  ])('finds %s in each of its forms', (term, forms) => {
    expect(forms.split(' ').map(find)).toEqual(forms.split(' ').map(() => term));
  });

  it.each(['الكتاب', 'لبن', 'واشن', 'المالية', 'مالي', 'القمر', 'فرن', 'x', ''])(
    'leaves %j alone',
    (word) => {
      expect(find(word)).toBeUndefined();
    },
  );

  it('protects names that the stemmer would make into other words', () => {
    expect(lightStem('لبنان')).toBe('لبن');
    expect(lightStem(foldText('طالبان'))).toBe('طالب');
    expect(find('طالبان')).toBe('طالبان');
  });

  it('gives every spelling of the list the term of its line', () => {
    for (const line of protectedNames.trim().split('\n')) {
      const spellings = line.split(/[: ]+/u);
      const term = find(spellings[0] ?? '');
      expect(term).toBeDefined();
      expect([line, ...spellings.map(find)]).toEqual([line, ...spellings.map(() => term)]);
    }
  });

  it('knows countries, cities, organisations and people of the news', () => {
    expect(countProtectedNames()).toBeGreaterThanOrEqual(150);
  });
});

describe('protectedSpellingsOf', () => {
  it('lists how a name and its adjectives are spelled', () => {
    expect(protectedSpellingsOf('امريكا')).toEqual(['امريكا', 'اميركا', 'امريكي', 'اميركي']);
    expect(protectedSpellingsOf('كتاب')).toEqual([]);
  });
});
