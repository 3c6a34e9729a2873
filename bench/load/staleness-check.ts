import type { MixedTarget } from './load-job';

interface ArticleSeen {
  readonly id: string;
  readonly commentCount: number;
  readonly comments?: { readonly nodes: readonly unknown[] };
}

interface PageAnswer {
  readonly data?: {
    readonly article?: ArticleSeen;
    readonly articles?: { readonly nodes: readonly ArticleSeen[] };
    readonly addComment?: { readonly comment?: { readonly article: ArticleSeen } | null };
  };
}

/** Comments on an ArticlePage, and articles on a FrontPage, at most. */
const pageSize = 20;

/**
 * Holds answers against what had been acknowledged before they were asked for.
 *
 * An answer is stale where it counts or shows fewer comments than were acknowledged by then; it is
 * wrong, and counted as stale too, where it counts more than were ever sent.
 */
export class StalenessCheck {
  private readonly acknowledged: Map<string, number>;
  private readonly sent: Map<string, number>;
  private stale = 0;
  private firstStale: string | null = null;

  constructor(private readonly targets: readonly MixedTarget[]) {
    const counts = targets.map(({ id, commentCount }) => [id, commentCount] as const);
    this.acknowledged = new Map(counts);
    this.sent = new Map(counts);
  }

  /** Takes note of a request; what its answer must count at least, a write's own comment included. */
  beforeSending(kind: string, target: MixedTarget): ReadonlyMap<string, number> {
    const acknowledged = this.countOf(this.acknowledged, target.id);
    if (kind === 'addComment') {
      this.sent.set(target.id, this.countOf(this.sent, target.id) + 1);
      return new Map([[target.id, acknowledged + 1]]);
    }
    if (kind === 'articlePage') return new Map([[target.id, acknowledged]]);
    return new Map(
      this.targets.slice(0, pageSize).map(({ id }) => [id, this.countOf(this.acknowledged, id)]),
    );
  }

  /** Takes note of a comment that the server said was added. */
  acknowledge({ id }: MixedTarget): void {
    this.acknowledged.set(id, this.countOf(this.acknowledged, id) + 1);
  }

  /** Looks into an answer. */
  examine(
    kind: string,
    target: MixedTarget,
    body: string,
    acknowledged: ReadonlyMap<string, number>,
  ): void {
    const { data } = JSON.parse(body) as PageAnswer;
    const single = data?.article ?? data?.addComment?.comment?.article;
    const articles = data?.articles?.nodes ?? (single ? [single] : []);
    const expected = kind === 'frontPage' ? pageSize : 1;
    if (articles.length < Math.min(expected, this.targets.length)) {
      this.report(`${kind} of ${target.slug} has ${articles.length} articles`);
    }
    for (const article of articles) this.examineArticle(kind, article, acknowledged);
  }

  /** What was found. */
  findings(): { stale: number; firstStale: string | null } {
    return { stale: this.stale, firstStale: this.firstStale };
  }

  private examineArticle(
    kind: string,
    { id, commentCount, comments }: ArticleSeen,
    acknowledged: ReadonlyMap<string, number>,
  ): void {
    const fewest = acknowledged.get(id) ?? 0;
    const most = this.countOf(this.sent, id);
    const shown = comments?.nodes.length ?? pageSize;
    if (commentCount < fewest || commentCount > most || shown < Math.min(pageSize, fewest)) {
      this.report(
        `${kind}: ${id} counts ${commentCount} and shows ${shown} comments, of ${fewest} acknowledged and ${most} sent`,
      );
    }
  }

  private report(finding: string): void {
    this.stale += 1;
    this.firstStale ??= finding;
  }

  private countOf(counts: ReadonlyMap<string, number>, id: string): number {
    return counts.get(id) ?? 0;
  }
}
