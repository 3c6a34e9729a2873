import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Answer, RequestOptions, TestApp } from './start-app';

/** The data of an operation that must succeed whole. */
export async function ask<Data, Variables = unknown>(
  service: TestApp,
  document: TypedDocumentNode<Data, Variables> | string,
  variables?: Variables,
  options: RequestOptions = {},
): Promise<Data> {
  const { data, errors } = await service.send<Data, Variables>(document, variables, options);
  if (errors.length > 0 || data === null || data === undefined) {
    throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
  }
  return data;
}

/** The codes of an answer's errors, as a client's program reads them. */
export function codesOf({ errors }: Pick<Answer<unknown>, 'errors'>): unknown[] {
  return errors.map(({ extensions }) => extensions?.['code']);
}

let nextAccept = 1;

/**
 * The labels of the statements that some work sends, in alphabetical order.
 * Shape: what `work` sends with the options that it is handed is like nothing sent before, so that
 * no kept answer stands in for it.
 */
export async function recordStatements(
  { statements }: TestApp,
  work: (options: RequestOptions) => Promise<unknown>,
): Promise<string[]> {
  statements.length = 0;
  await work({ headers: { accept: `application/json, test/${nextAccept++};q=0` } });
  return [...statements].sort();
}
