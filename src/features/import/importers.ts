import type { Importer } from './importer';
import { parseTextPage } from './text/parse-text-page';

/** Every format that can be imported; a new one is a line here. */
export const importers = {
  text: parseTextPage,
} as const satisfies Record<string, Importer>;

/** The name of a format. */
export type ImportFormat = keyof typeof importers;

/** The formats' names. */
export const importFormats = Object.keys(importers) as ImportFormat[];
