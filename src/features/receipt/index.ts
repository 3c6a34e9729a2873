export { createReceiptFeature, type ReceiptFeature } from './receipt.feature';
