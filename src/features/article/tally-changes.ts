import { ArticleTally } from './article-tally.entity';
import type { Article } from './article.entity';

/** The kind that a filter by locale, byline, both or neither means. */
export function tallyKind({
  locale,
  byline,
}: {
  readonly locale: string | null;
  readonly byline: string | null;
}): Pick<ArticleTally, 'locale' | 'byline'> {
  return { locale: locale ?? '', byline: byline === null ? '' : `=${byline}` };
}

/**
 * What writing an article adds to the tallies, and takes from them.
 * Shape: in one order for all writers, so that two never wait for each other; empty where the
 * article is counted as before.
 */
export function listTallyChanges(previous: Article | null, next: Article | null): ArticleTally[] {
  const changes = new Map<string, ArticleTally>();
  const count = (article: Article, articleCount: number) => {
    for (const tally of listTallies(article, articleCount)) {
      const key = JSON.stringify([tally.locale, tally.byline, tally.status]);
      const known = changes.get(key);
      if (known === undefined) changes.set(key, tally);
      else known.articleCount += articleCount;
    }
  };
  if (previous !== null) count(previous, -1);
  if (next !== null) count(next, 1);
  return [...changes]
    .filter(([, { articleCount }]) => articleCount !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, tally]) => tally);
}

function listTallies(
  { locale, byline, storedStatus: status }: Article,
  articleCount: number,
): ArticleTally[] {
  const filters = [
    { locale: null, byline: null },
    { locale, byline: null },
    ...(byline === null
      ? []
      : [
          { locale: null, byline },
          { locale, byline },
        ]),
  ];
  return filters.map((filter) =>
    Object.assign(new ArticleTally(), { ...tallyKind(filter), status, articleCount }),
  );
}
