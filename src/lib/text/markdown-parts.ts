import MarkdownIt from 'markdown-it';

/** One step of what CommonMark comes to. */
export type MarkdownToken = ReturnType<MarkdownIt.MarkdownIt['parse']>[number];

type BlockRule = (
  state: MarkdownIt.StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
) => boolean;
type InlineRule = (state: MarkdownIt.StateInline, silent: boolean) => boolean;

/**
 * Deeper blocks are lost, by markdown-it's own rule; a body with deeper ones than 40 is refused. And as
 * many brackets are looked into for each that is not closed, so that a larger number costs more.
 */
export const maxNesting = 45;

const parser = createParser();

/**
 * Parses CommonMark with raw HTML, and tells where headings, line breaks, images and HTML stand.
 *
 * Shape: without raw HTML in it, a text gives the same tokens as to `renderMarkdown`. {@link offsetOf}
 * gives the place of a heading in the text, and of the others in their block's content.
 */
export function parseWithOffsets(markdown: string): MarkdownToken[] {
  return parser.parse(markdown, {});
}

/** Where a token stands. Units: UTF-16 code units. Shape: 0 for tokens that are not placed. */
export function offsetOf(token: MarkdownToken): number {
  const meta = token.meta as { readonly offset?: number } | null;
  return meta?.offset ?? 0;
}

function createParser(): MarkdownIt.MarkdownIt {
  const markdownIt = new MarkdownIt('commonmark', { html: true, linkify: false, maxNesting });
  for (const name of ['heading', 'lheading']) {
    markdownIt.block.ruler.at(name, placeBlock(blockRule(name)), { alt: alternatesOf(name) });
  }
  for (const name of ['escape', 'newline', 'image', 'html_inline']) {
    markdownIt.inline.ruler.at(name, placeInline(inlineRule(name)));
  }
  return markdownIt;
}

/** A heading of one line ends a paragraph, a reference or a quotation; an underlined one cannot. */
function alternatesOf(name: string): string[] {
  return name === 'heading' ? ['paragraph', 'reference', 'blockquote'] : [];
}

/** A rule of markdown-it's own: the only one of a parser that has no other. */
function blockRule(name: string): BlockRule {
  const { block } = new MarkdownIt('commonmark', { html: true });
  block.ruler.enableOnly(name);
  return only(block.ruler.getRules(''), name);
}

function inlineRule(name: string): InlineRule {
  const { inline } = new MarkdownIt('commonmark', { html: true });
  inline.ruler.enableOnly(name);
  return only(inline.ruler.getRules(''), name);
}

function only<Rule>(rules: readonly Rule[], name: string): Rule {
  const [rule, ...others] = rules;
  if (rule === undefined || others.length > 0) throw new Error(`No Markdown rule ${name}`);
  return rule;
}

function placeBlock(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const offset = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (!rule(state, startLine, endLine, silent)) return false;
    // A heading pushes its opening, its content and its end.
    if (!silent) place(state.tokens.at(-3), offset);
    return true;
  };
}

function placeInline(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const offset = state.pos;
    if (!rule(state, silent)) return false;
    if (!silent) place(state.tokens.at(-1), offset);
    return true;
  };
}

function place(token: MarkdownToken | undefined, offset: number): void {
  if (token !== undefined) token.meta = { offset };
}
