import { foldText } from '../../lib/text';

/** Somebody by name. */
export interface NamedAgent {
  readonly '@type': 'Person' | 'Organization';
  readonly name: string;
}

/** Words with which bylines of a desk begin, as `foldText` writes them. */
const arabicDesks = ['فريق', 'هيئة', 'اسرة', 'قسم', 'وكالة', 'وكالات', 'وحدة', 'مركز'].map(
  foldText,
);
/** Words that stand anywhere in bylines of a desk. */
const latinDesk = /\b(agency|agencies|desk|editors|newsroom|staff|team)\b/;

/** Who wrote an article: search engines ask whether that is a person. In doubt it is one. */
export function composeAuthor(byline: string): NamedAgent {
  const folded = foldText(byline);
  const [firstWord = ''] = folded.split(' ');
  const isDesk = arabicDesks.includes(firstWord) || latinDesk.test(folded);
  return { '@type': isDesk ? 'Organization' : 'Person', name: byline };
}
