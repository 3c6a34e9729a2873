import { getOperationAST, type GraphQLSchema, parse, validate } from 'graphql';
import { computeCost } from '../../src/graphql/limits';
import { VariableCoercer } from '../../src/graphql/variables';
import { drawDocument, drawTraits, type TextPools } from '../../test/support/random-documents';
import type { Bench, BenchKit } from '../bench';
import { send } from '../checks/check-answers';
import { sampleArticles } from '../checks/sample-database';
import { drawBadInput } from '../data/bad-inputs';
import { type DataPlan, usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { createRandom, type Random } from '../data/random';
import { readServiceSchema } from '../data/service-schema';
import { postOperation } from '../load/graphql-requests';
import type { RunningServer } from '../processes/server-process';
import { startService } from '../processes/start-service';
import { readCpuTime } from '../processes/usage';
import { withServers } from '../processes/with-servers';
import type { BenchReport, Table } from '../report/bench-report';
import { median } from '../report/statistics';
import { type BodyCost, measureHostileBodies } from './parts/hostile-bodies';
import { withCopies } from './parts/with-copies';

const plan: DataPlan = { ...usualPlan, articleCount: 10_000, commentCount: 200_000 };
const requestCount = 5_000;
const quickRequestCount = 300;
/** Sent before anything is counted, while V8 compiles the service. */
const warmUpCount = 200;
const shownCount = 5;
/** The dearest are measured so often, since V8 may collect during one measurement. */
const repeatCount = 5;
const repeatedCount = 20;
const maxCost = 5_000;

/** What one request cost. */
interface Measured {
  readonly request: RandomRequest;
  readonly text: string;
  readonly points: number;
  readonly cpuMs: number;
  readonly answerBytes: number;
}

/** The dearest of random documents and inputs, by CPU time and by points, and of articles’ texts. */
export const worst: Bench = {
  name: 'worst',
  title: 'The dearest of random requests',
  run: async (kit) => {
    const database = await makeDatabase(kit.options.isQuick ? usualPlan : plan);
    return withCopies(database, async (makeCopy) => {
      const copy = await makeCopy('worst');
      const articles = await sampleArticles(copy, 500);
      const pools = {
        ids: articles.map(({ id }) => id),
        texts: articles.map(({ slug }) => slug),
      };
      return withServers(async (keep) => {
        const options = { database: copy, responseCache: 'off', rowCache: 'off' } as const;
        const server = await keep(startService(options));
        return report(await measureAll(kit, server, pools), measureHostileBodies());
      });
    });
  },
};

async function measureAll(
  { options }: BenchKit,
  server: RunningServer,
  pools: TextPools,
): Promise<Measured[]> {
  const random = createRandom(1);
  const schema = await readServiceSchema();
  const coercer = new VariableCoercer(schema, true);
  const measured: Measured[] = [];
  const count = options.isQuick ? quickRequestCount : requestCount;
  for (let number = 0; number < count + warmUpCount; number += 1) {
    const request = draw(schema, random, pools);
    const one = await measure(server, schema, coercer, request);
    if (number >= warmUpCount) measured.push(one);
  }
  const dearest = new Set([
    ...measured.sort(byRequest).slice(0, repeatedCount),
    ...measured.toSorted(byPoint).slice(0, repeatedCount),
  ]);
  const others = measured.filter((one) => !dearest.has(one));
  for (const one of dearest) others.push(await measureAgain(server, schema, coercer, one));
  return others;
}

const perPoint = ({ cpuMs, points }: Measured) => cpuMs / points;
const byRequest = (one: Measured, other: Measured) => other.cpuMs - one.cpuMs;
const byPoint = (one: Measured, other: Measured) => perPoint(other) - perPoint(one);

/** The median of several measurements, each of a text that the service has not seen. */
async function measureAgain(
  server: RunningServer,
  schema: GraphQLSchema,
  coercer: VariableCoercer,
  first: Measured,
): Promise<Measured> {
  const { request } = first;
  const costs = [first.cpuMs];
  for (let time = 1; time < repeatCount; time += 1) {
    const query = `${request.query}\n# ${time}`;
    costs.push((await measure(server, schema, coercer, { ...request, query })).cpuMs);
  }
  return { ...first, cpuMs: median(costs) };
}

interface RandomRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

function draw(schema: GraphQLSchema, random: Random, pools: TextPools): RandomRequest {
  const kind = random.between(1, 10);
  if (kind <= 8) return drawDocument(schema, random, drawTraits(random), pools);
  return { operationName: undefined, ...drawBadInput(random, pools) };
}

async function measure(
  server: RunningServer,
  schema: GraphQLSchema,
  coercer: VariableCoercer,
  request: RandomRequest,
): Promise<Measured> {
  const { query, operationName = '', variables } = request;
  const sent = postOperation({ name: operationName, document: query, variables });
  const body = JSON.stringify({
    query,
    variables,
    ...(operationName === '' ? {} : { operationName }),
  });
  const before = await readCpuTime(server.pid);
  const response = await send(server, { ...sent, body });
  const answerBytes = (await response.arrayBuffer()).byteLength;
  const after = await readCpuTime(server.pid);
  return {
    request,
    text: `${query.replace(/\s+/g, ' ').slice(0, 300)} ${JSON.stringify(variables).slice(0, 100)}`,
    points: 1 + countPoints(schema, coercer, request),
    cpuMs: ((after?.total ?? Number.NaN) - (before?.total ?? 0)) / 1_000,
    answerBytes,
  };
}

/** Points that the service consumes beside one for the request; a refused request consumes no more. */
function countPoints(
  schema: GraphQLSchema,
  coercer: VariableCoercer,
  { query, operationName, variables }: RandomRequest,
): number {
  try {
    const document = parse(query, { maxTokens: 2_000 });
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) return 0;
    if (validate(schema, document).length > 0) return 0;
    const coerced = coercer.coerce(operation, variables);
    if ('errors' in coerced) return 0;
    const cost = computeCost({ schema, document, operation, variables: coerced.values }, maxCost);
    return cost > maxCost ? 0 : cost;
  } catch {
    return 0;
  }
}

const costOf = ({ checkMs, renderMs }: BodyCost) => checkMs + renderMs;

function report(measured: readonly Measured[], bodies: readonly BodyCost[]): BenchReport {
  const requests = measured.toSorted(byRequest);
  const points = measured.toSorted(byPoint);
  const toTable = (title: string, all: readonly Measured[]): Table => ({
    title,
    columns: ['CPU ms', 'points', 'CPU ms a point', 'answer bytes'],
    rows: all.slice(0, shownCount).map((one, index) => ({
      label: `${index + 1}`,
      values: [one.cpuMs, one.points, perPoint(one), one.answerBytes],
    })),
  });
  const [dearest, dearestForPoint] = [requests[0], points[0]];
  return {
    tables: [toTable('By request', requests), toTable('By point', points), toBodyTable(bodies)],
    verdicts: [
      {
        label: 'the worst CPU time a request',
        value: dearest?.cpuMs ?? null,
        ...{ unit: 'ms', target: 250, bound: 'at most' as const },
      },
      {
        label: 'the worst CPU time a point',
        value: dearestForPoint === undefined ? null : perPoint(dearestForPoint),
        ...{ unit: 'ms', target: 20, bound: 'at most' as const },
      },
      {
        label: 'the worst CPU time to check and render a body',
        value: Math.max(...bodies.map(costOf)),
        ...{ unit: 'ms', target: 200, bound: 'at most' as const },
      },
    ],
    notes: [
      `${measured.length} requests, one after the other; nothing is kept between them; the dearest are medians of ${repeatCount}`,
      ...requests.slice(0, shownCount).map(({ text }, index) => `By request ${index + 1}: ${text}`),
      ...points.slice(0, shownCount).map(({ text }, index) => `By point ${index + 1}: ${text}`),
    ],
  };
}

function toBodyTable(bodies: readonly BodyCost[]): Table {
  return {
    title: 'Bodies at their bounds',
    columns: ['CPU ms', 'to check', 'to render'],
    rows: bodies
      .toSorted((one, other) => costOf(other) - costOf(one))
      .map((body) => ({ label: body.label, values: [costOf(body), body.checkMs, body.renderMs] })),
  };
}
