import { randomUUID } from 'node:crypto';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { PublicError } from '../../platform/errors';
import type { Logger } from '../../platform/log';
import { isSignedIn, type Language, type Viewer } from '../../platform/request';
import { RequestContext } from '../context';
import { formatError } from '../errors';
import {
  computeCost,
  describeAnswerExcess,
  describeTokenExcess,
  fitsInto,
  type OperationLimits,
  refuseCost,
} from '../limits';
import { VariableCoercer, type VariableValues } from '../variables';
import { CheckedDocuments } from './checked-documents';
import { ExecutionTurns } from './execution-turns';
import { LiveGroup } from './live-group';
import type { LiveStream } from './live-stream';
import { hashOf, sourceKeyOf, writeDeclaredVariables } from './subscription';
import { SubscriptionBudget } from './subscription-budget';
import { LiveConnection, WaitingAnswers } from './waiting-answers';

/** What live operations need. */
export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly introspection: boolean;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Units: milliseconds for the answer to one event. */
  readonly requestTimeoutMs: number;
}

/** A subscription as a client sends it. */
export interface LiveRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Who subscribes. */
export interface LiveCaller {
  readonly viewer: Viewer;
  readonly language: Language;
  /**
   * Takes points: for the operation's cost now, and for its share of each execution later.
   * Errors: a PublicError; the subscription does not start, or ends with it.
   */
  readonly consume: (points: number) => void;
  /** What the answers are sent over. */
  readonly connection: LiveConnection;
}

/** Why a subscription does not run: errors as a caller may read them. */
export interface Refused {
  readonly errors: readonly GraphQLError[];
}

/** A subscription that runs, or why it does not. */
export type Started = { readonly stream: LiveStream } | Refused;

/** All that a group keeps of its subscription: texts, whose bytes are counted. */
interface Subscription {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Shape: JSON of the declared variables. */
  readonly variables: string;
  readonly viewer: Viewer;
  readonly language: Language;
  /** Units: points of one execution. */
  readonly points: number;
}

interface Prepared {
  readonly subscription: Subscription;
  /** Equal for subscriptions that share an execution. */
  readonly key: string;
  readonly source: string;
}

type Source = AsyncIterable<unknown> | ExecutionResult;

/**
 * Runs subscriptions.
 *
 * Those who ask for the same with the same rights and in the same language share one execution of
 * each event, so a thousand readers of an article cost little more than one. They share its points
 * too.
 */
export class LiveOperations {
  private readonly groups = new Map<string, LiveGroup>();
  /** Groups whose first members wait to be let in. */
  private readonly opening = new Map<string, Promise<LiveGroup | Refused>>();
  private readonly documents: CheckedDocuments;
  private readonly coercer: VariableCoercer;
  private readonly waiting = new WaitingAnswers();
  private readonly budget = new SubscriptionBudget();
  private readonly turns = new ExecutionTurns();
  private isClosed = false;

  constructor(private readonly options: LiveOptions) {
    const { schema, limits, introspection } = options;
    this.documents = new CheckedDocuments(schema, limits, introspection);
    this.coercer = new VariableCoercer(schema, introspection);
  }

  get schema(): GraphQLSchema {
    return this.options.schema;
  }

  /** How many subscriptions run. */
  get subscriberCount(): number {
    return [...this.groups.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Units: bytes of answers that no client has read yet. */
  get waitingBytes(): number {
    return this.waiting.waitingBytes;
  }

  /** Units: bytes of the documents and variables of all subscriptions. */
  get keptBytes(): number {
    return this.budget.keptBytes;
  }

  /** A connection for subscriptions; `onTooSlow` is called once, when it is to be closed. */
  connect(network: string, onTooSlow: () => void): LiveConnection {
    return new LiveConnection(this.waiting, network, onTooSlow);
  }

  /**
   * Starts a subscription: whether it may is decided here and once.
   * Cost: nothing but memory, where somebody subscribed to the same before.
   */
  async start(request: LiveRequest, caller: LiveCaller): Promise<Started> {
    try {
      const prepared = this.prepare(request, caller);
      if ('errors' in prepared) return prepared;
      return await this.join(prepared, caller);
    } catch (error) {
      return this.refuse([error]);
    }
  }

  /** Ends every subscription and starts no more. */
  close(): void {
    this.isClosed = true;
    for (const group of this.groups.values()) group.end();
  }

  private prepare(request: LiveRequest, caller: LiveCaller): Prepared | Refused {
    const { query } = request;
    const sent = request.variables ?? {};
    const operationName = request.operationName ?? undefined;
    const checked = this.documents.check(query, operationName);
    if ('errors' in checked) return this.refuse(checked.errors);
    const { document, operation } = checked;
    const coerced = this.coercer.coerce(operation, sent);
    if ('errors' in coerced) return this.refuse(coerced.errors);
    const points = this.costOf(document, operation, coerced.values);
    const { viewer, language } = caller;
    caller.consume(points);
    const variables = writeDeclaredVariables(operation, sent);
    const rights = [viewer.role, isSignedIn(viewer)];
    return {
      subscription: { query, operationName, variables, viewer, language, points },
      key: hashOf([query, operationName, coerced.values, rights, language]),
      source: sourceKeyOf(this.schema, document, operation, coerced.values),
    };
  }

  private async join(prepared: Prepared, caller: LiveCaller): Promise<Started> {
    const { subscription, key, source } = prepared;
    const { connection, consume } = caller;
    const { query, variables } = subscription;
    const giveBack = this.budget.take({
      connection,
      network: connection.network,
      source,
      group: key,
      bytes: Buffer.byteLength(query) + Buffer.byteLength(variables),
    });
    try {
      const group = await this.findGroup(key, subscription);
      if ('errors' in group) {
        giveBack();
        return group;
      }
      const stream = group.join(connection, consume, giveBack);
      if (this.isClosed) stream.end();
      return { stream };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  private costOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: VariableValues,
  ): number {
    const { schema, limits } = this.options;
    const cost = computeCost({ schema, document, operation, variables }, limits.maxCost);
    if (cost > limits.maxCost) throw refuseCost(limits.maxCost, String(cost));
    return cost;
  }

  private async findGroup(key: string, subscription: Subscription): Promise<LiveGroup | Refused> {
    const known = this.groups.get(key);
    if (known?.isOver === false) return known;
    const opening = this.opening.get(key) ?? this.open(key, subscription);
    this.opening.set(key, opening);
    try {
      const opened = await opening;
      // The subscriber that opened it may have left by now.
      return 'errors' in opened || !opened.isOver ? opened : await this.open(key, subscription);
    } finally {
      this.opening.delete(key);
    }
  }

  private async open(key: string, subscription: Subscription): Promise<LiveGroup | Refused> {
    const source = await this.subscribe(subscription);
    if (!(Symbol.asyncIterator in source)) return this.refuse(source.errors ?? []);
    const group: LiveGroup = new LiveGroup({
      source: source[Symbol.asyncIterator](),
      execute: (event) => this.answer(subscription, event),
      points: subscription.points,
      turns: this.turns,
      describe: (error) => this.describe(error),
      onEnd: () => {
        if (this.groups.get(key) === group) this.groups.delete(key);
      },
    });
    this.groups.set(key, group);
    void group.run();
    return group;
  }

  /** The events, once the field's own rules have let the viewer in. */
  private subscribe(subscription: Subscription): Promise<Source> {
    return createSourceEventStream(this.toArguments(subscription, undefined));
  }

  private async answer(subscription: Subscription, event: unknown): Promise<ExecutionResult> {
    const { errors, ...answer } = await execute(this.toArguments(subscription, event));
    const { maxAnswerBytes } = this.options.limits;
    if (!fitsInto(answer, maxAnswerBytes)) {
      return { errors: [toGraphqlError(describeAnswerExcess(maxAnswerBytes))] };
    }
    if (errors === undefined) return answer;
    return { ...answer, errors: this.format(errors) };
  }

  private toArguments(subscription: Subscription, rootValue: unknown) {
    const { query, operationName, variables } = subscription;
    return {
      schema: this.schema,
      document: this.documents.get(query),
      operationName,
      variableValues: JSON.parse(variables) as Record<string, unknown>,
      rootValue,
      contextValue: this.createContext(subscription),
    };
  }

  private createContext({ viewer, language }: Subscription): RequestContext {
    const { database, clock, requestTimeoutMs } = this.options;
    const context = new RequestContext(database, {
      viewer,
      language,
      now: clock.now(),
      requestId: randomUUID(),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    // An event tells of a commit, which a replica may not have heard of yet.
    context.beginMutation();
    return context;
  }

  private refuse(errors: readonly unknown[]): Refused {
    return { errors: this.format(errors) };
  }

  private describe(error: unknown): GraphQLError {
    const [described = new GraphQLError('Internal server error')] = this.format([error]);
    return described;
  }

  private format(errors: readonly unknown[]): GraphQLError[] {
    return errors.map((error) => {
      const known = describeTokenExcess(error, this.options.limits.maxTokens) ?? toKnown(error);
      const formatted = formatError(known.toJSON(), known);
      if (formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') {
        this.options.logger.error({ err: error });
      }
      return toGraphqlError(formatted);
    });
  }
}

function toKnown(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof PublicError) {
    const { message, code, facts } = error;
    return new GraphQLError(message, { extensions: { ...facts, code } });
  }
  return new GraphQLError('Internal server error');
}

/** The transports write errors by their own form; what it holds has been decided by then. */
function toGraphqlError({ message, locations, ...rest }: GraphQLFormattedError): GraphQLError {
  const error = new GraphQLError(message, rest);
  // The constructor would find them by reading the document up to each once more.
  return locations === undefined ? error : Object.assign(error, { locations });
}
