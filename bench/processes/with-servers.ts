import type { RunningServer } from './server-process';

/** Takes note of a server that is being started. */
export type Keep = (starting: Promise<RunningServer>) => Promise<RunningServer>;

/** Runs work with servers, all of which are stopped when it ends, however it ends. */
export async function withServers<Result>(work: (keep: Keep) => Promise<Result>): Promise<Result> {
  const running: RunningServer[] = [];
  try {
    return await work(async (starting) => {
      const server = await starting;
      running.push(server);
      return server;
    });
  } finally {
    await Promise.all(running.map((server) => server.stop()));
  }
}
