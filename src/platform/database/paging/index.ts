export {
  findListName,
  type KeyType,
  type Position,
  readCursor,
  type SortKey,
  writeCursor,
} from './cursor';
export {
  composePage,
  type OrderedList,
  type PageSource,
  placeholders,
  type SqlText,
} from './compose-page';
export {
  countRowsToRead,
  keysetClause,
  keysetParameters,
  scanDirection,
  type SortDirection,
} from './keyset';
export { type Edge, Page, type PagedList, type PageInfo } from './page';
export {
  defaultPageSize,
  maxPageSize,
  type PageArguments,
  type PageRequest,
  readPageRequest,
} from './page-request';
export { intersect, type Span, spanConditions, spanOfPrefix } from './span';
