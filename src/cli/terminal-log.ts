import { isColorSupported, prettyFactory } from 'pino-pretty';

/** Where lines go: `process.stdout`, or a test. */
export interface TerminalOutput {
  write(text: string): unknown;
}

/** A destination of JSON lines that writes each as a person reads it. */
export function formatForTerminal(output: TerminalOutput, isColoured = isColorSupported) {
  const format = prettyFactory({
    colorize: isColoured,
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return { write: (line: string) => void output.write(format(escapeControls(line))) };
}

/** Escapes of JSON that a terminal obeys; a line break, which stacks have, is none of them. */
const controlEscape = /^(?:u00[0189][0-9a-f]|u007f|[bfr])$/i;

/**
 * Makes what would move the cursor or change colours readable: a request may have brought it.
 * Shape: JSON in and out; an escaped control character becomes the text of its escape.
 */
function escapeControls(line: string): string {
  return line
    .replace(/\\(u[0-9a-f]{4}|.)/gi, (escape, what: string) =>
      controlEscape.test(what) ? `\\${escape}` : escape,
    )
    .replace(/[\u007f-\u009f]/g, '\ufffd');
}
