import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { GraphiQLPlugin } from '@graphiql/react';
import type { ExplorerOperation } from '../explorer-settings';

const tokenCommand = 'npx maqal token create --role EDITOR --name me';
const tokenHeader = '{ "authorization": "Bearer …" }';

/** Writes an operation's variables as the text that the variables editor shows. */
export function formatVariables({ variables }: ExplorerOperation): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}

/** Makes the side panel that lists the service's operations, each ready to be opened and run. */
export function createOperationsPlugin(operations: readonly ExplorerOperation[]): GraphiQLPlugin {
  return {
    title: 'Operations',
    icon: OperationsIcon,
    content: () => <Operations operations={operations} />,
  };
}

function Operations({ operations }: { operations: readonly ExplorerOperation[] }) {
  const open = useOpenOperation();
  const isReady = useGraphiQL((state) => Boolean(state.queryEditor && state.variableEditor));
  return (
    <section className="maqal-operations" aria-label="Operations">
      <h2 className="graphiql-doc-explorer-title">Operations</h2>
      <p>What clients of this service send. Open one, then run it.</p>
      <p>
        Those for editors and moderators need a token. <code>{tokenCommand}</code> makes one; put it
        into Headers as <code>{tokenHeader}</code>.
      </p>
      <ul>
        {operations.map((operation) => (
          <li key={operation.name}>
            <button
              type="button"
              disabled={!isReady}
              onClick={() => {
                open(operation);
              }}
            >
              <strong>{operation.name}</strong> <em>{kindOf(operation.document)}</em>
              <span dir="auto">{describe(operation.document)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shows the tab that already holds the operation, else opens one. */
function useOpenOperation() {
  const actions = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (operation: ExplorerOperation) => {
    const variables = formatVariables(operation);
    const index = tabs.findIndex(
      (tab) => tab.query === operation.document && (tab.variables ?? '') === variables,
    );
    if (index >= 0) {
      actions.changeTab(index);
      return;
    }
    actions.addTab();
    queryEditor?.setValue(operation.document);
    variableEditor?.setValue(variables);
  };
}

function kindOf(document: string): string {
  return /^\s*(query|mutation|subscription)\b/m.exec(document)?.[1] ?? 'query';
}

/** The comment at the head of an operation's file, as one paragraph. */
function describe(document: string): string {
  const comment = /^(?:\s*#.*\n)+/.exec(document)?.[0] ?? '';
  return comment
    .replace(/^\s*#\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function OperationsIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" height="1em">
      <path d="M2 3.5h12M2 8h12M2 12.5h8" strokeLinecap="round" />
    </svg>
  );
}
