import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { maxNesting } from './markdown-parts';

/** Raw HTML stays text; nesting is bounded where no article goes, as deeper content would be lost. */
const markdownIt = new MarkdownIt('commonmark', { html: false, linkify: false, maxNesting });

type Token = ReturnType<typeof markdownIt.parse>[number];

const linkSchemes = ['http', 'https', 'mailto'];
const absoluteLink = /^(?:https?|mailto):/iu;
const absoluteImage = /^https?:/iu;

/** What CommonMark can produce, and no more: the second lock behind markdown-it's own. */
const sanitizer: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'ul', 'ol', 'li', 'hr'],
    ...['a', 'br', 'code', 'em', 'img', 'strong'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title'],
    ol: ['start'],
  },
  allowedClasses: { code: [/^language-[\w+#-]+$/u] },
  allowedSchemes: linkSchemes,
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  transformTags: { a: secureLink },
  exclusiveFilter: isUnsafeImage,
};

/** What a text in CommonMark comes to. */
export interface RenderedMarkdown {
  /** Sanitized HTML, safe to put into a page. */
  readonly html: string;
  /** The plain text of each block, in reading order. */
  readonly paragraphs: readonly string[];
}

const markup = /[\\`*_[\]<~|]|&(?=#?\w+;)/gu;
const lineStartMarkup = /^[#>+=-]/gmu;
const orderedItem = /^(\d{1,9})([.)])/gmu;
const outerWhiteSpace = /^\s|\s$/gu;
const indent = /^[ \t]/gmu;

/**
 * Writes plain text as CommonMark that renders to exactly this text.
 *
 * Shape: normalized text of one paragraph; an inner line break becomes a hard one. What only
 * GitHub's dialect reads as markup (~ and |) is escaped too, since clients render with many.
 * Source: CommonMark 0.31.2, sections 2.4 (backslash escapes), 2.5 (entities) and 6.7 (hard breaks).
 */
export function escapeMarkdown(plain: string): string {
  return plain
    .replace(markup, '\\$&')
    .replace(lineStartMarkup, '\\$&')
    .replace(orderedItem, '$1\\$2')
    .replace(outerWhiteSpace, toEntity)
    .replace(indent, toEntity)
    .replaceAll('\n', '\\\n');
}

/**
 * Renders CommonMark to HTML that is safe to show, and to the plain text of its blocks.
 *
 * Shape: raw HTML is shown as text; only absolute links to the web and to mail stay links; each
 * paragraph, heading, list item, quotation and code block gives its text, none gives an empty one.
 * Cost: linear; meant for the write, so that a read renders nothing.
 */
export function renderMarkdown(markdown: string): RenderedMarkdown {
  const tokens = markdownIt.parse(markdown, {});
  const html = markdownIt.renderer.render(tokens, markdownIt.options, {});
  return {
    html: sanitizeHtml(html, sanitizer).trim(),
    paragraphs: tokens.map(textOfBlock).filter((text) => text !== ''),
  };
}

function toEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function textOfBlock(token: Token): string {
  if (token.type === 'fence' || token.type === 'code_block') return token.content.trimEnd();
  return token.type === 'inline' ? (token.children ?? []).map(textOfInline).join('') : '';
}

function textOfInline(token: Token): string {
  if (token.type === 'image') return (token.children ?? []).map(textOfInline).join('');
  if (token.type === 'softbreak') return ' ';
  return token.type === 'hardbreak' ? '\n' : token.content;
}

/** A page opened from the link cannot reach back; a link that leads nowhere safe keeps its text. */
function secureLink(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { href, ...others } = attributes;
  if (href === undefined || !absoluteLink.test(href)) return { tagName, attribs: others };
  return { tagName, attribs: { ...others, href, rel: 'noopener' } };
}

/** An image from this site's own paths would break in a feed or an app, so it is left out. */
function isUnsafeImage({ tag, attribs }: sanitizeHtml.IFrame): boolean {
  return tag === 'img' && !absoluteImage.test(attribs['src'] ?? '');
}
