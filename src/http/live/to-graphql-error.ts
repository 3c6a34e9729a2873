import { GraphQLError } from 'graphql';
import type { PublicError } from '../../platform/errors';

/** A refusal in the form in which both transports send errors. */
export function toGraphqlError({ message, code, facts }: PublicError): GraphQLError {
  return new GraphQLError(message, { extensions: { ...facts, code } });
}
