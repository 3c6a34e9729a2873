import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  type GraphQLSchema,
  OverlappingFieldsCanBeMergedRule,
  parse,
  validate,
} from 'graphql';
import { createRandom } from '../../bench/data/random';
import { noCredential } from '../../src/features/access';
import { RequestContext } from '../../src/graphql';
import { createExecutor, type Executor, isCompilable } from '../../src/graphql/executor';
import { VariableCoercer } from '../../src/graphql/variables';
import { makeUpValues } from '../support/made-up-values';
import { drawDocument, drawTraits, type RandomDocument } from '../support/random-documents';
import { startApp, type TestApp } from '../support/start-app';
import { isPostgres } from '../support/test-database';

/** The values are made up, so the second database only shows that its schema is the same. */
const documentCount = isPostgres ? 500 : 10_000;
/** What is drawn breaks no other rule. */
const contradictions = [OverlappingFieldsCanBeMergedRule];
const pools = { ids: ['article_1', 'comment_2', '7'], texts: ['x', 'y'] };

let service: TestApp;
let schema: GraphQLSchema;
let executor: Executor;

beforeAll(async () => {
  service = await startApp();
  schema = makeUpValues(service.app.schema);
  executor = createExecutor(schema, new VariableCoercer(schema, true));
});

afterAll(() => service.stop());

const createContext = () =>
  new RequestContext(service.app.database, {
    viewer: noCredential.viewer,
    language: 'en',
    now: new Date(0),
    requestId: 'a',
    signal: new AbortController().signal,
  });

const write = ({ data, errors }: ExecutionResult): string => JSON.stringify({ data, errors });

/** The service's answers: the first time, and when the operation comes again and may be compiled. */
async function answerTwice(
  document: DocumentNode,
  { operationName, variables }: RandomDocument,
): Promise<string[]> {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) throw new Error('There is no operation');
  const run = async () =>
    write(await executor({ document, operation, variables, context: createContext() }));
  return [await run(), await run()];
}

function isEverCompiled(document: DocumentNode, { operationName }: RandomDocument): boolean {
  const operation = getOperationAST(document, operationName);
  return operation !== null && operation !== undefined && isCompilable(schema, document, operation);
}

describe('the executor', () => {
  it(`answers ${documentCount} random documents exactly as graphql-js does`, async () => {
    const random = createRandom(20_261_127);
    const seen = { compared: 0, compiled: 0, failed: 0 };
    while (seen.compared < documentCount) {
      const drawn = drawDocument(schema, random, drawTraits(random), pools);
      const document = parse(drawn.query);
      if (validate(schema, document, contradictions).length > 0) continue;
      const { query, operationName, variables: variableValues } = drawn;
      const expected = await execute({ schema, document, operationName, variableValues });
      const wanted = write(expected);
      const answers = await answerTwice(document, drawn);
      expect({ query, variableValues, answers }).toEqual({
        ...{ query, variableValues },
        answers: [wanted, wanted],
      });
      seen.compared += 1;
      if (expected.errors !== undefined) seen.failed += 1;
      if (isEverCompiled(document, drawn)) seen.compiled += 1;
    }
    // Both ways are compared, and errors as well as data.
    expect(seen.failed).toBeGreaterThan(documentCount / 10);
    expect(seen.compiled).toBeGreaterThan(documentCount / 10);
  }, 300_000);
});
