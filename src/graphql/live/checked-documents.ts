import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../errors';
import { createShapeRules, type OperationLimits } from '../limits';

/** A document and the subscription to execute, or all that is wrong with it. */
export type CheckedDocument =
  { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | Refusal;

interface Refusal {
  readonly errors: readonly GraphQLError[];
}

/** Units: UTF-16 code units of text; a parsed document takes about thirty times its text. */
const maxCachedLength = 1024 * 1024;
/** Errors listed for one document; one more says that there are more. */
const maxErrors = 19;
const parseFailed: ErrorCode = 'GRAPHQL_PARSE_FAILED';
const invalid: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';
const unresolved: ErrorCode = 'OPERATION_RESOLUTION_FAILURE';

/**
 * Parses and validates documents by the limits that queries have.
 *
 * Valid documents are cached by their text, so a thousand subscribers of the same share one.
 */
export class CheckedDocuments {
  private readonly valid = new LRUCache<string, DocumentNode>({
    maxSize: maxCachedLength,
    sizeCalculation: (_document, text) => text.length + 1,
  });
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
    const found = this.valid.get(text) ?? this.read(text);
    if ('errors' in found) return found;
    this.valid.set(text, found);
    const operation = getOperationAST(found, operationName);
    if (operation === null || operation === undefined) {
      return refuse('The document has no operation of this name', unresolved);
    }
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      return { document: found, operation };
    }
    return refuse(
      'Only subscriptions are taken here: send the rest to /graphql with POST',
      invalid,
    );
  }

  /** The document of a text that was checked before: parsed again where the cache has dropped it. */
  get(text: string): DocumentNode {
    const document = this.valid.get(text) ?? this.parse(text);
    this.valid.set(text, document);
    return document;
  }

  private parse(text: string): DocumentNode {
    return parse(text, { maxTokens: this.limits.maxTokens });
  }

  private read(text: string): DocumentNode | Refusal {
    try {
      const document = this.parse(text);
      const errors = validate(this.schema, document, this.rules, { maxErrors });
      return errors.length === 0 ? document : { errors: errors.map((error) => this.name(error)) };
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

function refuse(message: string, code: ErrorCode): Refusal {
  return { errors: [new GraphQLError(message, { extensions: { code } })] };
}

function withCode(error: GraphQLError, code: ErrorCode, message: string): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
