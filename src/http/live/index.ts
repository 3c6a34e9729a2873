export { registerEventStream } from './event-stream.route';
export type { LiveParts } from './live-parts';
export { LiveSessions, type LiveSessionsParts } from './live-sessions';
export { Sockets } from './sockets';
