import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { RequestContext } from './context';

/** What Sandbox opens with. */
export interface FirstOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Apollo Sandbox for whoever opens the API in a browser; null switches it off. */
export function createLandingPage(
  first: FirstOperation | null,
): ApolloServerPlugin<RequestContext> {
  if (first === null) return ApolloServerPluginLandingPageDisabled();
  return ApolloServerPluginLandingPageLocalDefault({
    document: first.document,
    variables: { ...first.variables },
    footer: false,
    embed: {
      runTelemetry: false,
      endpointIsEditable: false,
      initialState: { pollForSchemaUpdates: false },
    },
  });
}
