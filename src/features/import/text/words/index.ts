import { phraseSet } from '../../../../lib/phrases';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fa } from './fa';
import { fr } from './fr';
import { he } from './he';
import { it } from './it';
import { ja } from './ja';
import type { PageWords } from './page-words';
import { pt } from './pt';
import { ru } from './ru';
import { tr } from './tr';
import { ur } from './ur';
import { zh } from './zh';

/** Every language whose pages' own words are known; another one is a file here and a line. */
const languages: readonly PageWords[] = [
  ...[ar, en, fa, ur, he, fr, de, es, pt, it, tr, ru, zh, ja],
];

/** The phrases of all languages under a key, folded as lines are compared. */
export function phrasesOf(key: keyof PageWords): ReadonlySet<string> {
  return phraseSet(...languages.flatMap((words) => words[key] ?? []));
}

/** The single words of these phrases. */
export function wordsOf(...keys: readonly (keyof PageWords)[]): ReadonlySet<string> {
  return new Set(keys.flatMap((key) => [...phrasesOf(key)].flatMap((phrase) => phrase.split(' '))));
}
