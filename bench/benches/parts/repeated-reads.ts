import type { BenchKit } from '../../bench';
import { checkAnswers, type Expectation } from '../../checks/check-answers';
import { findConditional, findGetForm } from '../../checks/find-documents';
import { compare, findMeasured, repeat, speedRatio, toTable } from '../../load/compare';
import { postOperation } from '../../load/graphql-requests';
import { startBare, startReference } from '../../processes/start-reference';
import { startService } from '../../processes/start-service';
import type { Keep } from '../../processes/with-servers';
import type { BenchReport, Verdict } from '../../report/bench-report';
import { mean } from '../../report/statistics';

const labels = {
  bareGet: 'bare Node, GET',
  get: 'Maqal, GET',
  conditional: 'Maqal, GET, If-None-Match',
  barePost: 'bare Node, POST',
  post: 'Maqal, POST',
  yoga: 'GraphQL Yoga, response cache',
};

/** Reads that were read before, beside a server that returns a constant and one that caches too. */
export async function measureRepeatedReads(
  kit: BenchKit,
  keep: Keep,
  { name, database, pages }: { name: string; database: string; pages: readonly Expectation[] },
): Promise<BenchReport> {
  const [first] = pages;
  if (first === undefined) throw new Error(`${name} needs a page`);
  const service = await keep(startService({ database, responseCache: 'on' }));
  const yoga = await keep(startReference('yoga', database));
  const bare = await keep(startBare(pickUsualAnswer(pages)));

  const getForm = await findGetForm(service, first.operation);
  await checkAnswers('Maqal, POST', service, pages, postOperation);
  await checkAnswers('Maqal, GET', service, pages, (operation) => getForm.toRequest(operation));
  await checkAnswers(labels.yoga, yoga, pages, postOperation);

  const gets = pages.map(({ operation }) => getForm.toRequest(operation));
  const posts = pages.map(({ operation }) => postOperation(operation));
  const conditional = await findConditional(service, gets);
  const measured = await compare(kit, [
    repeat(labels.bareGet, bare, gets, kit),
    repeat(labels.get, service, gets, kit),
    ...(conditional === null ? [] : [repeat(labels.conditional, service, conditional, kit, 304)]),
    repeat(labels.barePost, bare, posts, kit),
    repeat(labels.post, service, posts, kit),
    repeat(labels.yoga, yoga, posts, kit),
  ]);

  const verdict = (one: string, other: string, target: number): Verdict => {
    const [ours, bareOne] = [findMeasured(measured, one), findMeasured(measured, other)];
    const value = ours === null || bareOne === null ? null : speedRatio(ours, bareOne);
    return { label: `${one} : ${other}`, value, unit: '×', target, bound: 'at least' };
  };
  return {
    tables: [toTable(`${name}, repeated`, measured)],
    verdicts: [
      verdict(labels.get, labels.bareGet, 0.85),
      verdict(labels.conditional, labels.bareGet, 1.2),
      verdict(labels.post, labels.barePost, 0.75),
    ],
    notes: [
      `Repeated reads: ${pages.length} pages in turn; ${getForm.note}`,
      ...(conditional === null ? ['The service sends no ETag yet'] : []),
    ],
  };
}

/** The answer whose length is nearest to the mean: what the bare server sends for all of them. */
function pickUsualAnswer(pages: readonly Expectation[]): string {
  const answers = pages.map(({ data }) => JSON.stringify({ data }));
  const usual = mean(answers.map((answer) => Buffer.byteLength(answer)));
  const distance = (answer: string) => Math.abs(Buffer.byteLength(answer) - usual);
  return answers.reduce((best, answer) => (distance(answer) < distance(best) ? answer : best));
}
