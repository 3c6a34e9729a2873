export { registerEventStream } from './event-stream.route';
export type { LiveDependencies } from './live-dependencies';
export { LiveSessions, type LiveSessionsDependencies } from './live-sessions';
export { Sockets } from './sockets';
