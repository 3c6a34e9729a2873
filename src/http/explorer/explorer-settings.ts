/** An operation that clients send, ready to be run from the explorer. */
export interface ExplorerOperation {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the service writes into the explorer's page, and the page's script reads. */
export interface ExplorerSettings {
  /** The address of the GraphQL endpoint on the same host. */
  readonly endpoint: string;
  readonly operations: readonly ExplorerOperation[];
  /** The address of each worker script, by the label that the editor asks with. */
  readonly workers: Readonly<Record<string, string>>;
}
