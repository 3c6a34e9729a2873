import { parseTextPage } from '../../src/features/import/text/parse-text-page';
import { readAnnotatedPages, scorePage, sumScores } from '../../test/support/annotated-pages';
import type { Bench } from '../bench';
import type { BenchReport, Verdict } from '../report/bench-report';

/** Languages whose pages' roles have a goal; in the others no line of the article may be lost. */
const measuredLanguages = ['ar', 'en'];
const goalPercent = 95;

/** Whether the importer finds what each line of a news page is. */
export const importPages: Bench = {
  name: 'import-pages',
  title: 'Importing pages: the lines of forty-two annotated pages with the right role',
  run: () => Promise.resolve(measure()),
};

function measure(): BenchReport {
  const scores = readAnnotatedPages().map((page) => ({
    language: page.language,
    score: scorePage(page, parseTextPage(page.source).lines),
  }));
  const languages = [...new Set(scores.map(({ language }) => language))];
  const found = languages.map((language) => ({
    language,
    score: sumScores(scores.filter((one) => one.language === language).map(({ score }) => score)),
  }));
  const percentOf = (language: string) => {
    const score = found.find((one) => one.language === language)?.score;
    return score === undefined ? null : (score.rightCount / score.lineCount) * 100;
  };
  const verdicts: readonly Verdict[] = [
    ...measuredLanguages.map((language): Verdict => ({
      label: `lines with the right role in ${language}`,
      value: percentOf(language),
      unit: '%',
      target: goalPercent,
      bound: 'at least',
    })),
    {
      label: 'lines of articles lost in any language',
      value: found.reduce((sum, { score }) => sum + score.lost.length, 0),
      unit: '',
      target: 0,
      bound: 'at most',
    },
  ];
  return {
    tables: [
      {
        title: 'Roles of lines',
        columns: ['lines', 'right', 'right, %', 'lost'],
        rows: found.map(({ language, score }) => ({
          label: language,
          values: [
            score.lineCount,
            score.rightCount,
            (score.rightCount / score.lineCount) * 100,
            score.lost.length,
          ],
        })),
      },
    ],
    verdicts,
    notes: [
      'The rules were tuned on these pages: pages of new shapes do less well.',
      ...found.flatMap(({ score }) => score.wrong),
    ],
  };
}
