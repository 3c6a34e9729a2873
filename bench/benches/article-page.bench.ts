import type { Bench, BenchKit } from '../bench';
import { composeArticlePage } from '../by-hand/compose-pages';
import { HandReads } from '../by-hand/hand-reads';
import type { Expectation } from '../checks/check-answers';
import { sampleArticles } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { withServers } from '../processes/with-servers';
import { measureFirstReads } from './parts/first-reads';
import { joinReports } from './parts/join-reports';
import { measureRepeatedReads } from './parts/repeated-reads';

/** Articles that a repeated read goes round. */
const hotCount = 100;

/** The page of an article: read again and again, and read for the first time. */
export const articlePage: Bench = {
  name: 'article-page',
  title: 'ArticlePage: repeated reads beside a constant, first reads beside servers by hand',
  run: async (kit) => {
    const database = await makeDatabase(usualPlan);
    const pages = await expectPages(kit, database);
    const hot = { name: 'ArticlePage', database, pages: pages.slice(0, hotCount) };
    const all = { name: 'ArticlePage', database, pages };
    return joinReports([
      await withServers((keep) => measureRepeatedReads(kit, keep, hot)),
      await withServers((keep) => measureFirstReads(kit, keep, all)),
    ]);
  },
};

async function expectPages({ operations }: BenchKit, database: string): Promise<Expectation[]> {
  const reads = await HandReads.open(database);
  const articles = await sampleArticles(database, usualPlan.articleCount);
  return Promise.all(
    articles.map(async ({ slug }) => ({
      operation: operations.articlePage(slug),
      data: await composeArticlePage(reads, slug),
    })),
  );
}
