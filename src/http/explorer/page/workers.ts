import type { ExplorerSettings } from '../explorer-settings';

/**
 * Has the editors start their workers from the service's own host.
 *
 * Errors: throws, when an editor asks, for a label that the build made no worker for.
 */
export function setUpWorkers(workers: ExplorerSettings['workers']): void {
  window.MonacoEnvironment = {
    getWorker: (_id, label) => {
      const address = workers[label] ?? workers['editor'];
      if (address === undefined) throw new Error(`No worker was built for ${label}.`);
      return new Worker(address, { type: 'module', name: label });
    },
  };
}
