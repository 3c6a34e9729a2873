export { CdnPurge } from './cdn-purge.entity';
export { createPurgeWebhook } from './create-purge-webhook';
