import { randomUUID } from 'node:crypto';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isSignedIn, type Language, type Viewer } from '../../features/access';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { PublicError } from '../../platform/errors';
import type { Logger } from '../../platform/log';
import { RequestContext } from '../context';
import { formatError } from '../errors';
import { computeCost, describeTokenExcess, type OperationLimits, refuseCost } from '../limits';
import { VariableCoercer, type VariableValues } from '../variables';
import { CheckedDocuments } from './checked-documents';
import { LiveGroup, type LiveStream } from './live-group';

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
  /** Takes points for what the operation costs. Errors: a PublicError. */
  readonly charge: (points: number) => void;
  /** Told where the answers are not taken as fast as they come; the stream is at its end then. */
  readonly onTooSlow: () => void;
}

/** Why a subscription does not run: errors as a caller may read them. */
export interface Refused {
  readonly errors: readonly GraphQLError[];
}

/** A subscription that runs, or why it does not. */
export type Started = { readonly stream: LiveStream } | Refused;

interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly language: Language;
}

type Source = AsyncIterable<unknown> | ExecutionResult;

/**
 * Runs subscriptions.
 *
 * Those who ask for the same with the same rights and in the same language share one execution of
 * each event, so a thousand readers of an article cost little more than one.
 */
export class LiveOperations {
  private readonly groups = new Map<string, LiveGroup>();
  /** Groups whose first members wait to be let in. */
  private readonly opening = new Map<string, Promise<LiveGroup | Refused>>();
  private readonly documents: CheckedDocuments;
  private readonly coercer: VariableCoercer;
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

  /**
   * Starts a subscription: whether it may is decided here and once.
   * Cost: nothing but memory, where somebody subscribed to the same before.
   */
  async start(request: LiveRequest, caller: LiveCaller): Promise<Started> {
    try {
      const name = request.operationName ?? undefined;
      const checked = this.documents.check(request.query, name);
      if ('errors' in checked) return this.refuse(checked.errors);
      const { viewer, language } = caller;
      const variables = request.variables ?? {};
      const definition = getOperationAST(checked.document, name);
      if (definition === null || definition === undefined) return this.refuse([]);
      const coerced = this.coercer.coerce(definition, variables);
      if ('errors' in coerced) return this.refuse(coerced.errors);
      const operation = { ...checked, operationName: name, variables, viewer, language };
      caller.charge(this.costOf(checked.document, definition, coerced.values));
      const group = await this.findGroup(writeGroupKey(request, caller), operation);
      if ('errors' in group) return group;
      const stream = group.join(caller.onTooSlow);
      if (this.isClosed) stream.end();
      return { stream };
    } catch (error) {
      return this.refuse([error]);
    }
  }

  /** Ends every subscription and starts no more. */
  close(): void {
    this.isClosed = true;
    for (const group of this.groups.values()) group.end();
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

  private async findGroup(key: string, operation: Operation): Promise<LiveGroup | Refused> {
    const known = this.groups.get(key);
    if (known?.isOver === false) return known;
    const opening = this.opening.get(key) ?? this.open(key, operation);
    this.opening.set(key, opening);
    try {
      const opened = await opening;
      // Whoever opened it may have left by now.
      return 'errors' in opened || !opened.isOver ? opened : await this.open(key, operation);
    } finally {
      this.opening.delete(key);
    }
  }

  private async open(key: string, operation: Operation): Promise<LiveGroup | Refused> {
    const source = await this.subscribe(operation);
    if (!(Symbol.asyncIterator in source)) return this.refuse(source.errors ?? []);
    const group: LiveGroup = new LiveGroup(
      source[Symbol.asyncIterator](),
      (event) => this.answer(operation, event),
      () => {
        if (this.groups.get(key) === group) this.groups.delete(key);
      },
    );
    this.groups.set(key, group);
    void group.run();
    return group;
  }

  /** The events, once the field's own rules have let the viewer in. */
  private subscribe(operation: Operation): Promise<Source> {
    return createSourceEventStream(this.toArguments(operation, undefined));
  }

  private async answer(operation: Operation, event: unknown): Promise<ExecutionResult> {
    const { errors, ...answer } = await execute(this.toArguments(operation, event));
    if (errors === undefined) return answer;
    return { ...answer, errors: this.format(errors) };
  }

  private toArguments(operation: Operation, rootValue: unknown) {
    const { document, operationName, variables } = operation;
    const contextValue = this.createContext(operation);
    const { schema } = this.options;
    return { schema, document, operationName, variableValues: variables, rootValue, contextValue };
  }

  private createContext({ viewer, language }: Operation): RequestContext {
    const { database, clock, requestTimeoutMs } = this.options;
    const context = new RequestContext(database, {
      ...{ viewer, language, now: clock.now(), requestId: randomUUID() },
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    // An event tells of a commit, which a replica may not have heard of yet.
    context.beginMutation();
    return context;
  }

  private refuse(errors: readonly unknown[]): Refused {
    return { errors: this.format(errors) };
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

function writeGroupKey(
  { query, operationName, variables }: LiveRequest,
  { viewer, language }: LiveCaller,
): string {
  const rights = [viewer.role, isSignedIn(viewer)];
  return JSON.stringify([query, operationName ?? null, variables ?? {}, rights, language]);
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
function toGraphqlError({ message, locations: _, ...rest }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, rest);
}
