import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ArabicText } from './arabic-text';
import { createOperationsPlugin, formatVariables } from './operations-plugin';
import { readSettings } from './settings';
import { createStorage } from './storage';
import { setUpWorkers } from './workers';

const settings = readSettings(document);
const storage = createStorage(localStorage);
const operations = createOperationsPlugin(settings.operations);
const [first] = settings.operations;

/** What the editors hold on the first visit; later visits find their own tabs again. */
const firstVisit =
  first && storage.length === 0
    ? { defaultQuery: first.document, initialVariables: formatVariables(first) }
    : {};

setUpWorkers(settings.workers);

const container = document.getElementById('explorer');
if (!container) throw new Error('The page has no element with the id explorer.');
createRoot(container).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({
      url: settings.endpoint,
      subscriptionUrl: toSocketUrl(settings.endpoint),
    })}
    storage={storage}
    plugins={[operations, HISTORY_PLUGIN]}
    visiblePlugin={operations}
    defaultEditorToolsVisibility="variables"
    {...firstVisit}
  >
    <GraphiQL.Logo>
      <span className="maqal-logo">
        Maqal <b lang="ar">مقال</b>
      </span>
    </GraphiQL.Logo>
    <ArabicText />
  </GraphiQL>,
);

/** The same path over a WebSocket. */
function toSocketUrl(endpoint: string): string {
  const url = new URL(endpoint, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
