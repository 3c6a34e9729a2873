import type { Bench, BenchKit } from '../bench';
import { composeFrontPage } from '../by-hand/compose-pages';
import { HandReads } from '../by-hand/hand-reads';
import type { Expectation } from '../checks/check-answers';
import { sampleCursors } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { withServers } from '../processes/with-servers';
import { measureFirstReads } from './parts/first-reads';
import { joinReports } from './parts/join-reports';
import { measureRepeatedReads } from './parts/repeated-reads';

/** Front pages from so many places in the list on. */
const pageCount = 200;

/** The front page, and the pages that follow it. */
export const frontPage: Bench = {
  name: 'front-page',
  title: 'FrontPage: twenty articles with lead image and comment count',
  run: async (kit) => {
    const database = await makeDatabase(usualPlan);
    const pages = await expectPages(kit, database);
    const newest = { name: 'FrontPage', database, pages: pages.slice(0, 1) };
    const all = { name: 'FrontPage', database, pages };
    const repeated = await withServers((keep) => measureRepeatedReads(kit, keep, newest));
    const first = await withServers((keep) => measureFirstReads(kit, keep, all));
    // The repeated front page is shown for comparison: its targets are ArticlePage's.
    return joinReports([{ ...repeated, verdicts: [] }, first]);
  },
};

async function expectPages({ operations }: BenchKit, database: string): Promise<Expectation[]> {
  const reads = await HandReads.open(database);
  const places = [null, ...(await sampleCursors(database, pageCount - 1))];
  return Promise.all(
    places.map(async (after) => ({
      operation: operations.frontPage(after),
      data: await composeFrontPage(reads, after),
    })),
  );
}
