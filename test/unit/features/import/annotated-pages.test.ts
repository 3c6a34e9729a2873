import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';
import { readAnnotatedPages, scorePage, sumScores } from '../../../support/annotated-pages';

const pages = readAnnotatedPages();
const scores = pages.map((page) => ({
  page,
  score: scorePage(page, parseTextPage(page.source).lines),
}));

const scoreOf = (language: string) =>
  sumScores(scores.filter(({ page }) => page.language === language).map(({ score }) => score));

describe('the annotated pages', () => {
  it('are forty-two, in twelve languages', () => {
    expect(pages).toHaveLength(42);
    expect(new Set(pages.map(({ language }) => language)).size).toBe(12);
  });

  it.each(pages.map(({ name }) => name))('lose no line of the article in %s', (name) => {
    expect(scores.find(({ page }) => page.name === name)?.score.lost).toEqual([]);
  });

  it.each(['ar', 'en'])('have the right role for 95 of 100 lines in %s', (language) => {
    const { rightCount, lineCount, wrong } = scoreOf(language);
    expect({ wrong, share: rightCount / lineCount >= 0.95 }).toMatchObject({ share: true });
  });

  it.each(pages.map(({ name }) => name))('have their title and are imported: %s', (name) => {
    const page = pages.find((one) => one.name === name);
    expect(parseTextPage(page?.source ?? '')).toMatchObject({ ok: true });
  });
});
