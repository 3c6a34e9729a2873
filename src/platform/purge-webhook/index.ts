export { CdnPurge } from './cdn-purge.entity';
export { createPurgeWebhook, type PurgeWebhook } from './create-purge-webhook';
export { listPurgedKeys, writeSurrogateKeys } from './surrogate-keys';
