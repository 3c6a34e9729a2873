import { languageOf } from '../../lib/text';

/** What stands where a comment was taken back, by language. */
const notices: Record<string, WithdrawnNotice> = {
  ar: { authorName: 'تعليق مسحوب', body: 'سُحب هذا التعليق.' },
  en: { authorName: 'Withdrawn', body: 'This comment was withdrawn.' },
};

/** The texts of a comment that was taken back. */
export interface WithdrawnNotice {
  readonly authorName: string;
  readonly body: string;
}

/** The notice in an article's language; a language without one of its own gets English. */
export function describeWithdrawn(locale: string): WithdrawnNotice {
  return notices[languageOf(locale)] ?? notices['en'] ?? { authorName: '', body: '' };
}
