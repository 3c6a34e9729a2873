import { graphql } from 'graphql';
import { RequestContext } from '../../src/graphql/context';
import type { Role } from '../../src/platform/request';
import type { TestApp } from './start-app';

/** The data of a query that somebody with a role sends; past HTTP, and so past every kept answer. */
export async function askAs<Data>(
  { app, clock }: TestApp,
  role: Role,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const contextValue = new RequestContext(app.database, {
    viewer: { role, tokenName: null },
    language: 'en',
    now: clock.now(),
    signal: new AbortController().signal,
    requestId: 'test',
  });
  const { schema } = app;
  const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues });
  if (errors.length > 0) throw new Error(`The query failed: ${errors.map(String).join('; ')}`);
  return data as Data;
}
