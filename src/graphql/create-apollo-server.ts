import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../platform/log';
import { createCacheHintPlugin } from './cache-hints';
import type { RequestContext } from './context';
import { createDocumentStore } from './document-store';
import { createErrorsPlugin, createPresenter, formatError } from './errors';
import { createExecutorPlugin } from './executor';
import { createLandingPage, type FirstOperation } from './landing-page';
import {
  createAnswerSizePlugin,
  createCostPlugin,
  createShapeRules,
  describeTokenExcess,
  type OperationLimits,
} from './limits';
import { noIntrospectionRule } from './no-introspection.rule';
import { operationKindRule } from './operation-kind.rule';
import { VariableCoercer } from './variables';

/** Errors listed for one document. */
const maxValidationErrors = 20;

/** What a GraphQL server is made of. */
export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly introspection: boolean;
  /** What Sandbox opens with; null for no landing page. */
  readonly firstOperation: FirstOperation | null;
  readonly logger: Logger;
}

/** Apollo Server with the service's limits, error format and landing page; not started. */
export function createApolloServer(options: ApolloOptions): ApolloServer<RequestContext> {
  const { schema, limits, introspection, firstOperation, logger } = options;
  const coercer = new VariableCoercer(schema, introspection);
  return new ApolloServer<RequestContext>({
    schema,
    // The rule below refuses it with a message of ours.
    introspection: true,
    // Names of what exists are no hint for whoever may not ask for them.
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    documentStore: createDocumentStore(),
    parseOptions: { maxLexicalTokens: limits.maxTokens },
    // One more error says that there are more.
    validationOptions: { maxErrors: maxValidationErrors - 1 },
    validationRules: [
      operationKindRule,
      ...(introspection ? [] : [noIntrospectionRule]),
      ...createShapeRules(limits),
    ],
    formatError: (formatted, error) => {
      const excess = describeTokenExcess(error, limits.maxTokens);
      return excess === null ? formatError(formatted, error) : formatError(excess.toJSON(), excess);
    },
    logger,
    // For programs: the indentation that Apollo adds for curl costs a second pass over the answer.
    stringifyResult: (answer) => JSON.stringify(answer),
    plugins: [
      createLandingPage(firstOperation),
      // It would hook into every field of every answer, hints or none.
      ApolloServerPluginCacheControlDisabled(),
      // For a graph behind Apollo’s router; it would be loaded at each start to find that this is none.
      ApolloServerPluginInlineTraceDisabled(),
      createCostPlugin(coercer, limits.maxCost),
      createCacheHintPlugin(),
      // Before the plugin that sets the status by the errors.
      createAnswerSizePlugin(limits.maxAnswerBytes),
      createErrorsPlugin(logger),
      createExecutorPlugin(schema, coercer, createPresenter(logger)),
    ],
  });
}
