/** What stands around a word inside a written one. */
export interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
}

const arabic = /^\p{sc=Arab}/u;
const hangul = /^\p{sc=Hang}/u;
const minStemLength = 3;
const minHangulStemLength = 2;

/** 'The' makes no other word of the one behind it. */
export const arabicArticle = 'ال';

/** Prefixes of a word of any length: alone they are common, and make other words of short ones. */
const frequentPrefixes = ['', arabicArticle, 'و', 'وال'];

/** Prepositions, 'so' and 'O', alone and before 'the'; many words begin with these letters by chance. */
const otherPrefixes = [
  ...['ف', 'ب', 'ك', 'ل', 'فال', 'بال', 'كال', 'لل', 'وب', 'ول', 'ولل', 'وبال'],
  ...['يا', 'يال'],
];

const arabicSuffixes = [
  ...[
    'ات',
    'ون',
    'ين',
    'ان',
    'وا',
    'و',
    'ها',
    'هم',
    'هن',
    'كم',
    'نا',
    'ني',
    'يه',
    'تي',
    'ي',
    'ه',
    'ك',
  ],
];
const latinSuffixes = ['s', 'es', 'ed', 'er', 'ers', 'ing'];
const koreanParticles = [
  ...[
    '야',
    '아',
    '이',
    '가',
    '은',
    '는',
    '을',
    '를',
    '의',
    '도',
    '만',
    '들',
    '들이',
    '들은',
    '들아',
  ],
  ...[
    '에',
    '에게',
    '한테',
    '께',
    '와',
    '과',
    '랑',
    '로',
    '으로',
    '처럼',
    '같은',
    '같이',
    '까지',
    '부터',
  ],
  ...['다', '이다', '냐', '이냐', '네', '이네', '입니다', '예요', '이에요'],
];

/** The affixes with which a word may be a form of the listed one; those of the word alone first. */
export function listAffixes(token: string): Affixes[] {
  const isArabic = arabic.test(token);
  const frequent = withPrefixes(token, isArabic ? frequentPrefixes : ['']);
  const prefixes = isArabic ? [...frequentPrefixes, ...otherPrefixes] : [''];
  const minLength = hangul.test(token) ? minHangulStemLength : minStemLength;
  const others = withPrefixes(token, prefixes).flatMap(({ prefix }) =>
    ['', ...listSuffixes(token)]
      .filter((suffix) => token.endsWith(suffix))
      .map((suffix) => ({ prefix, suffix })),
  );
  return [
    ...frequent,
    ...others.filter(
      ({ prefix, suffix }) => token.length - prefix.length - suffix.length >= minLength,
    ),
  ];
}

function withPrefixes(token: string, prefixes: readonly string[]): Affixes[] {
  return prefixes
    .filter((prefix) => token.startsWith(prefix))
    .map((prefix) => ({ prefix, suffix: '' }));
}

function listSuffixes(token: string): readonly string[] {
  if (arabic.test(token)) return arabicSuffixes;
  return hangul.test(token) ? koreanParticles : latinSuffixes;
}
