import type { Bench, BenchKit } from '../bench';
import { composeArticlePage, composeFrontPage } from '../by-hand/compose-pages';
import { HandReads } from '../by-hand/hand-reads';
import { checkAnswers, type Expectation } from '../checks/check-answers';
import { sampleArticles, sampleCursors } from '../checks/sample-database';
import { crowdedSlug, type DataPlan, usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { compare, type Contender, getMeasured, repeat, speedRatio, toTable } from '../load/compare';
import { postOperation } from '../load/graphql-requests';
import type { RunningServer } from '../processes/server-process';
import { startService } from '../processes/start-service';
import { type Keep, withServers } from '../processes/with-servers';
import type { BenchReport, Verdict } from '../report/bench-report';

const grownPlan: DataPlan = {
  ...usualPlan,
  articleCount: 100_000,
  commentCount: 1_000_000,
  crowdedCommentCount: 100_000,
};
const quickGrownPlan: DataPlan = {
  ...usualPlan,
  articleCount: 10_000,
  commentCount: 100_000,
  crowdedCommentCount: 10_000,
};

const pageCount = 1_000;

const labels = {
  smallArticle: 'ArticlePage, small',
  largeArticle: 'ArticlePage, large',
  smallFront: 'FrontPage, small',
  largeFront: 'FrontPage, large',
  usualThread: 'large, an article with 20 comments',
  crowdedThread: 'large, the crowded article',
};

/** Whether the price of a page grows with the tables. */
export const growth: Bench = {
  name: 'growth',
  title: 'Growth: the same pages in a small and in a large database, nothing kept',
  run: (kit) => withServers((keep) => measure(kit, keep)),
};

async function measure(kit: BenchKit, keep: Keep): Promise<BenchReport> {
  const plan = kit.options.isQuick ? quickGrownPlan : grownPlan;
  const small = await start(keep, usualPlan);
  const large = await start(keep, plan);
  const largePages = await articlePages(kit, large);
  const crowdedPages = await articlePages(kit, large, [crowdedSlug]);
  const contenders = [
    await contend(kit, labels.smallArticle, small, await articlePages(kit, small)),
    await contend(kit, labels.largeArticle, large, largePages),
    await contend(kit, labels.smallFront, small, await frontPages(kit, small)),
    await contend(kit, labels.largeFront, large, await frontPages(kit, large)),
    await contend(kit, labels.usualThread, large, [findAsLong(largePages, crowdedPages)]),
    await contend(kit, labels.crowdedThread, large, crowdedPages),
  ];
  const measured = await compare(kit, contenders);
  const verdict = (label: string, one: string, other: string, target: number): Verdict => ({
    label,
    value: speedRatio(getMeasured(measured, other), getMeasured(measured, one)),
    ...{ unit: '×', target, bound: 'at most' },
  });
  const sizes = `${plan.articleCount} articles, ${plan.commentCount} comments`;
  return {
    tables: [toTable(`Small: 1000 articles, 20000 comments; large: ${sizes}`, measured)],
    verdicts: [
      verdict('ArticlePage, time large : small', labels.largeArticle, labels.smallArticle, 1.3),
      verdict('FrontPage, time large : small', labels.largeFront, labels.smallFront, 1.3),
      verdict(
        `${plan.crowdedCommentCount} comments : 20 comments, time`,
        labels.crowdedThread,
        labels.usualThread,
        1.5,
      ),
    ],
    notes: [
      'Every measured article shows twenty comments, and the one beside the crowded one is as long, so that the pages weigh the same',
    ],
  };
}

interface Stage {
  readonly server: RunningServer;
  readonly reads: HandReads;
  readonly articles: readonly { readonly slug: string }[];
  readonly cursors: readonly string[];
}

async function start(keep: Keep, plan: DataPlan): Promise<Stage> {
  const database = await makeDatabase(plan);
  const articles = await sampleArticles(database, pageCount, plan.commentsPerArticle);
  return {
    server: await keep(startService({ database, responseCache: 'off', rowCache: 'off' })),
    reads: await HandReads.open(database),
    articles: articles.filter(({ slug }) => slug !== crowdedSlug),
    cursors: await sampleCursors(database, pageCount),
  };
}

function articlePages(
  { operations }: BenchKit,
  { reads, articles }: Stage,
  slugs: readonly string[] = articles.map(({ slug }) => slug),
): Promise<Expectation[]> {
  return Promise.all(
    slugs.map(async (slug) => ({
      operation: operations.articlePage(slug),
      data: await composeArticlePage(reads, slug),
    })),
  );
}

function frontPages({ operations }: BenchKit, { reads, cursors }: Stage): Promise<Expectation[]> {
  return Promise.all(
    cursors.map(async (cursor) => ({
      operation: operations.frontPage(cursor),
      data: await composeFrontPage(reads, cursor),
    })),
  );
}

/** The page whose answer is nearest in length to the wanted one. */
function findAsLong(pages: readonly Expectation[], [wanted]: readonly Expectation[]): Expectation {
  const lengthOf = (page: Expectation | undefined) => JSON.stringify(page?.data).length;
  const distance = (page: Expectation) => Math.abs(lengthOf(page) - lengthOf(wanted));
  return pages.reduce((best, page) => (distance(page) < distance(best) ? page : best));
}

async function contend(
  kit: BenchKit,
  label: string,
  { server }: Stage,
  pages: readonly Expectation[],
): Promise<Contender> {
  await checkAnswers(label, server, pages, postOperation);
  const requests = pages.map(({ operation }) => postOperation(operation));
  return repeat(label, server, requests, kit);
}
