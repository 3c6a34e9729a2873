import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../errors';
import { createShapeRules, type OperationLimits } from '../limits';

/** A document of subscriptions, or all that is wrong with it. */
export type CheckedDocument =
  { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** A thousand readers of an article send the same text. */
const maxKept = 500;
/** Errors listed for one document; one more says that there are more. */
const maxErrors = 19;
const parseFailed: ErrorCode = 'GRAPHQL_PARSE_FAILED';
const invalid: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';
const unresolved: ErrorCode = 'OPERATION_RESOLUTION_FAILURE';

/** Parses and validates documents by the limits that queries have, each text once. */
export class CheckedDocuments {
  private readonly kept = new LRUCache<string, CheckedDocument>({ max: maxKept });
  private readonly rules;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
    /** Whether messages may name what the schema has. */
    private readonly isOpen: boolean,
  ) {
    this.rules = [...specifiedRules, ...createShapeRules(limits)];
  }

  /** The document of a text, where the operation named is a subscription. */
  check(text: string, operationName: string | undefined): CheckedDocument {
    const checked = this.kept.get(text) ?? this.read(text);
    this.kept.set(text, checked);
    if ('errors' in checked) return checked;
    const operation = getOperationAST(checked.document, operationName);
    if (operation === null || operation === undefined) {
      return refuse('The document has no operation of this name', unresolved);
    }
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return checked;
    return refuse(
      'Only subscriptions are taken here: send the rest to /graphql with POST',
      invalid,
    );
  }

  private read(text: string): CheckedDocument {
    try {
      const document = parse(text, { maxTokens: this.limits.maxTokens });
      const errors = validate(this.schema, document, this.rules, { maxErrors });
      return errors.length === 0
        ? { document }
        : { errors: errors.map((error) => this.name(error)) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [withCode(error, parseFailed, error.message)] };
    }
  }

  private name(error: GraphQLError): GraphQLError {
    const code = (error.extensions['code'] as ErrorCode | undefined) ?? invalid;
    const message = this.isOpen ? error.message : error.message.replace(/ ?Did you mean .+\?$/, '');
    return withCode(error, code, message);
  }
}

function refuse(message: string, code: ErrorCode): CheckedDocument {
  return { errors: [new GraphQLError(message, { extensions: { code } })] };
}

function withCode(error: GraphQLError, code: ErrorCode, message: string): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
