/** One Arabic text in the spellings that a reader takes for the same. */
export interface Spellings {
  readonly asWritten: string;
  /** Bare alefs, and ه and ي for ة and ى. */
  readonly withoutHamzas: string;
  readonly withTatweel: string;
  readonly vocalised: string;
  readonly inPresentationForms: string;
}

/** The same with what somebody who dodges a word list puts inside, or in front. */
export interface DodgingSpellings extends Spellings {
  /** ؤ and ئ on bare seats and no lone hamza, on top of `withoutHamzas`. */
  readonly withoutAnyHamza: string;
  readonly withZeroWidthInside: string;
  readonly withRightToLeftMarkInside: string;
  readonly withRepeatedLetters: string;
  readonly withArticle: string;
  readonly withConjunction: string;
}

const arabicLetter = /[\u0621-\u063A\u0641-\u064A\u0671\u06A9\u06CC]/u;
const vowels = ['\u064E', '\u064F', '\u0650', '\u0652', '\u0651\u064E', '\u064B'];

/** Returns the five spellings of any text; what is not Arabic in it stays as it is. */
export function spellingsOf(text: string): Spellings {
  return {
    asWritten: text,
    withoutHamzas: withoutAlefHamzas(text),
    withTatweel: afterEachJoiningLetter(text, '\u0640\u0640'),
    vocalised: vocalise(text),
    inPresentationForms: shape(text),
  };
}

/** Lists the five spellings of any text, as it is written first. */
export function listSpellings(text: string): string[] {
  const { asWritten, withoutHamzas, withTatweel, vocalised, inPresentationForms } =
    spellingsOf(text);
  return [asWritten, withoutHamzas, withTatweel, vocalised, inPresentationForms];
}

/** Returns every spelling of one Arabic word under which a word list has to know it. */
export function dodgingSpellingsOf(word: string): DodgingSpellings {
  return {
    ...spellingsOf(word),
    withoutAnyHamza: withoutAlefHamzas(word)
      .replaceAll('ؤ', 'و')
      .replaceAll('ئ', 'ي')
      .replaceAll('ء', ''),
    withZeroWidthInside: between(word, '\u200B'),
    withRightToLeftMarkInside: between(word, '\u200F'),
    withRepeatedLetters: Array.from(word, (letter, index) =>
      index === 0 ? letter : letter.repeat(3),
    ).join(''),
    withArticle: `ال${word}`,
    withConjunction: `و${word}`,
  };
}

function withoutAlefHamzas(text: string): string {
  return text
    .replace(/[أإآٱ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي');
}

function vocalise(text: string): string {
  return Array.from(text, (letter, index) =>
    arabicLetter.test(letter) ? letter + (vowels[index % vowels.length] ?? '') : letter,
  ).join('');
}

function between(word: string, inserted: string): string {
  return Array.from(word).join(inserted);
}

function afterEachJoiningLetter(text: string, inserted: string): string {
  const letters = Array.from(text);
  return letters
    .map((letter, index) =>
      joinsForward(letter) && joinsBackward(letters[index + 1]) ? letter + inserted : letter,
    )
    .join('');
}

/** Isolated, final, initial and medial form of each letter, as far as it has them. */
const nameForms = collectForms(0xfe80, 0xfef4);

/** Isolated and final form of each lam-alef ligature. */
const ligatures = collectForms(0xfef5, 0xfefc);

function collectForms(first: number, last: number): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (let codePoint = first; codePoint <= last; codePoint += 1) {
    const form = String.fromCodePoint(codePoint);
    const letters = form.normalize('NFKC');
    forms.set(letters, [...(forms.get(letters) ?? []), form]);
  }
  return forms;
}

function joinsForward(letter: string | undefined): boolean {
  return letter !== undefined && nameForms.get(letter)?.length === 4;
}

function joinsBackward(letter: string | undefined): boolean {
  return letter !== undefined && (nameForms.get(letter)?.length ?? 1) > 1;
}

/** Writes each letter in the presentation form of its place, as old software and PDF files do. */
function shape(text: string): string {
  const letters = Array.from(text);
  let shaped = '';
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    const isJoinedBefore = joinsForward(letters[index - 1]);
    const ligature = ligatures.get(letter + (letters[index + 1] ?? ''));
    if (ligature) {
      shaped += ligature[isJoinedBefore ? 1 : 0] ?? '';
      index += 1;
    } else {
      const isJoinedAfter = joinsForward(letter) && joinsBackward(letters[index + 1]);
      shaped += formOf(letter, isJoinedBefore, isJoinedAfter);
    }
  }
  return shaped;
}

function formOf(letter: string, isJoinedBefore: boolean, isJoinedAfter: boolean): string {
  const place = (isJoinedAfter ? 2 : 0) + (isJoinedBefore ? 1 : 0);
  const forms = nameForms.get(letter);
  return forms?.[place] ?? forms?.[0] ?? letter;
}
