/** How much is in a database that the data maker fills. */
export interface DataPlan {
  readonly seed: number;
  readonly articleCount: number;
  readonly sectionsPerArticle: number;
  readonly imagesPerArticle: number;
  /** Comments of every article that has some. */
  readonly commentsPerArticle: number;
  /** Comments altogether, the crowded article's included: the rest of the articles has none. */
  readonly commentCount: number;
  /** Comments of one more article, the newest; 0 for no such article. */
  readonly crowdedCommentCount: number;
  /** Held comments more, newer than all others, on articles at random; 0 for an empty queue. */
  readonly pendingCommentCount: number;
}

/** A thousand articles as the issue describes them: a page is 12.5 KB. */
export const usualPlan: DataPlan = {
  seed: 1,
  articleCount: 1_000,
  sectionsPerArticle: 3,
  imagesPerArticle: 2,
  commentsPerArticle: 20,
  commentCount: 20_000,
  crowdedCommentCount: 0,
  pendingCommentCount: 0,
};

/** The crowded article's slug. */
export const crowdedSlug = 'مقال-كثر-نقاشه';

/** Whether the article of an index has comments: those that do lie evenly among those that do not. */
export function hasComments(plan: DataPlan, index: number): boolean {
  const { articleCount, commentCount, crowdedCommentCount, commentsPerArticle } = plan;
  const share = (commentCount - crowdedCommentCount) / commentsPerArticle / articleCount;
  return Math.floor((index + 1) * share) > Math.floor(index * share);
}
