/** How one table is read by a plan. */
export interface TableRead {
  readonly table: string;
  /** Null where the whole table is gone through. */
  readonly index: string | null;
  /** What the index is searched by for certain values. */
  readonly keys: readonly string[];
  /** Whether the index is searched at all, and not gone through. */
  readonly isSearched: boolean;
  /** Columns that must have a value which the index is not searched by. */
  readonly filters: readonly string[];
  /** Whether reading ends with a page: in the order of the index, under a LIMIT. */
  readonly isPage: boolean;
}

/** What a database means to do for a statement. */
export interface Plan {
  readonly reads: readonly TableRead[];
  /** By what rows are sorted that come in no such order. */
  readonly sorts: readonly string[];
  /** As the database writes it. */
  readonly text: string;
}

/** Asks one database for its plans. */
export interface PlanReader {
  explain(sql: string): Promise<Plan>;
  /** Columns that refer to another table's rows, and that no index begins with. */
  listUnindexedReferences(): Promise<string[]>;
  /** Lets the planner look at the tables as they are. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}
