const LRE = '\u202A';
const RLE = '\u202B';
const PDF = '\u202C';
const LRO = '\u202D';
const RLO = '\u202E';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/u;
const CONTROLS_APART = /([\u202A-\u202E\u2066-\u2069])/u;
const PARAGRAPHS_APART = /(\r\n|[\n\r\u001C-\u001E\u0085\u2029])/u;

/** What is open: an embedding or override, an isolate of the writer's, or one that was added here. */
type Opening = 'embedding' | 'isolate' | 'added isolate';

/** A paragraph's openings, innermost last, and how many of them are isolates of the writer's. */
interface Openings {
  readonly stack: Opening[];
  isolateCount: number;
}

/**
 * Whether a text holds an explicit embedding, override or isolate, or the end of one.
 *
 * Shape: the marks LRM, RLM and ALM are not counted: they order nothing but themselves.
 * Source: UAX #9, tables of section 2 (explicit directional formatting characters).
 */
export function hasBidiControls(text: string): boolean {
  return CONTROLS.test(text);
}

/**
 * Keeps the bidi controls of a text from acting on anything outside the run that they open.
 *
 * Shape: within each paragraph, what is open is closed, an end without a beginning is left out (it
 * could end an isolate of the page around it), and each embedding or override that stands in no
 * isolate is put into FSI … PDI. The letters and their order in the text stay; the result isolates
 * to itself. Whole paragraphs are not wrapped: a paragraph takes its direction from the first strong
 * letter outside isolates (rule P2), which would turn Arabic comments left to right.
 * Cost: linear; a text without controls is returned as it is.
 * Source: UAX #9, definitions BD9 and BD11 (what ends what), rules P1, P2, X6a, X7 and X8.
 */
export function isolateBidi(text: string): string {
  if (!hasBidiControls(text)) return text;
  return text.split(PARAGRAPHS_APART).map(isolateParagraph).join('');
}

function isolateParagraph(paragraph: string): string {
  const open: Openings = { stack: [], isolateCount: 0 };
  const parts = paragraph.split(CONTROLS_APART).map((part) => isolatePart(part, open));
  return parts.join('') + closeFrom(open, 0);
}

function isolatePart(part: string, open: Openings): string {
  switch (part) {
    case LRE:
    case RLE:
    case LRO:
    case RLO:
      return openEmbedding(part, open);
    case LRI:
    case RLI:
    case FSI:
      open.stack.push('isolate');
      open.isolateCount += 1;
      return part;
    case PDF:
      return closeEmbedding(open);
    case PDI:
      return closeIsolate(open);
    default:
      return part;
  }
}

function openEmbedding(control: string, { stack }: Openings): string {
  // The outermost opening is an isolate, the writer's or one that was added, or there is none.
  const isIsolated = stack.length > 0;
  if (!isIsolated) stack.push('added isolate');
  stack.push('embedding');
  return isIsolated ? control : FSI + control;
}

function closeEmbedding({ stack }: Openings): string {
  if (stack.at(-1) !== 'embedding') return '';
  stack.pop();
  if (stack.at(-1) !== 'added isolate') return PDF;
  stack.pop();
  return PDF + PDI;
}

function closeIsolate(open: Openings): string {
  // Counted, so that ends without a beginning do not search a deep stack each.
  if (open.isolateCount === 0) return '';
  open.isolateCount -= 1;
  return closeFrom(open, open.stack.lastIndexOf('isolate'));
}

function closeFrom({ stack }: Openings, from: number): string {
  const closed = stack.splice(from).reverse();
  return closed.map((opening) => (opening === 'embedding' ? PDF : PDI)).join('');
}
