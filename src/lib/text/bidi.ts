const lre = '\u202A';
const rle = '\u202B';
const pdf = '\u202C';
const lro = '\u202D';
const rlo = '\u202E';
const lri = '\u2066';
const rli = '\u2067';
const fsi = '\u2068';
const pdi = '\u2069';

const controls = /[\u202A-\u202E\u2066-\u2069]/u;
const controlsApart = /([\u202A-\u202E\u2066-\u2069])/u;
const paragraphsApart = /(\r\n|[\n\r\u001C-\u001E\u0085\u2029])/u;

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
  return controls.test(text);
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
  return text.split(paragraphsApart).map(isolateParagraph).join('');
}

function isolateParagraph(paragraph: string): string {
  const open: Openings = { stack: [], isolateCount: 0 };
  const parts = paragraph.split(controlsApart).map((part) => isolatePart(part, open));
  return parts.join('') + closeFrom(open, 0);
}

function isolatePart(part: string, open: Openings): string {
  switch (part) {
    case lre:
    case rle:
    case lro:
    case rlo:
      return openEmbedding(part, open);
    case lri:
    case rli:
    case fsi:
      open.stack.push('isolate');
      open.isolateCount += 1;
      return part;
    case pdf:
      return closeEmbedding(open);
    case pdi:
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
  return isIsolated ? control : fsi + control;
}

function closeEmbedding({ stack }: Openings): string {
  if (stack.at(-1) !== 'embedding') return '';
  stack.pop();
  if (stack.at(-1) !== 'added isolate') return pdf;
  stack.pop();
  return pdf + pdi;
}

function closeIsolate(open: Openings): string {
  // Counted, so that ends without a beginning do not search a deep stack each.
  if (open.isolateCount === 0) return '';
  open.isolateCount -= 1;
  return closeFrom(open, open.stack.lastIndexOf('isolate'));
}

function closeFrom({ stack }: Openings, from: number): string {
  const closed = stack.splice(from).reverse();
  return closed.map((opening) => (opening === 'embedding' ? pdf : pdi)).join('');
}
