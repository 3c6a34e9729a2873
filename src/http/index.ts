export { createHttpServer, graphqlUrl, type HttpOptions } from './create-http-server';
export type { ExplorerOperation } from './explorer/explorer-settings';
export { LiveSessions } from './live';
export { readOperationFiles } from './explorer/operation-files';
export { TrustedDocuments } from './trusted-documents';
