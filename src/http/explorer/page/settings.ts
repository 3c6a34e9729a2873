import type { ExplorerSettings } from '../explorer-settings';

/**
 * Reads what the service wrote into the page for it.
 *
 * Errors: throws when the page carries no settings, which only a broken build can cause.
 */
export function readSettings(page: Document): ExplorerSettings {
  const text = page.getElementById('settings')?.textContent;
  if (!text) throw new Error('The page carries no settings.');
  return JSON.parse(text) as ExplorerSettings;
}
