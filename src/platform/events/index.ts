export { BoundedQueue, type QueueBounds, QueueOverflowed } from './bounded-queue';
export { defineEvent, type EventFacts, type EventType, isEvent } from './event-type';
export { type EventListener, Events } from './events';
