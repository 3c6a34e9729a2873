import { PublicError } from '../../platform/errors';

/** One more subscription is more than its connection, its address or the service may carry. */
export class SubscriptionLimitExceeded extends PublicError {
  override readonly name = 'SubscriptionLimitExceeded';
  readonly code = 'SUBSCRIPTION_LIMIT_EXCEEDED';
}

/** The client did not read its answers as fast as they were made. */
export class SubscriberTooSlow extends PublicError {
  override readonly name = 'SubscriberTooSlow';
  readonly code = 'SUBSCRIBER_TOO_SLOW';
  constructor() {
    super('Too many bytes wait to be read: connect and subscribe again, and read faster');
  }
}
