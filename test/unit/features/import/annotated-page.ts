import type { LineReport, LineRole, ImportedPage } from '../../../../src/features/import/importer';
import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';

/** A page's text and the role that each of its lines must get. */
interface AnnotatedPage {
  readonly source: string;
  readonly lines: readonly LineReport[];
}

/**
 * Reads a page that is written with the expected role before each line: 'title | …'.
 *
 * Shape: a line without a role and text is an empty line of the page.
 */
function annotatedPage(text: string): AnnotatedPage {
  const rows = text.split('\n').slice(1, -1);
  const pairs = rows.map((row) => {
    const [role = '', ...parts] = row.split('|');
    return { role: role.trim(), text: parts.join('|').slice(1) };
  });
  return {
    source: pairs.map((pair) => pair.text).join('\n'),
    lines: pairs.flatMap(({ role }, index) =>
      role === '' ? [] : [{ line: index + 1, role: role as LineRole }],
    ),
  };
}

/** Parses an annotated page, expects each line's role, and gives the page. */
export function expectPage(annotated: string): ImportedPage {
  const { source, lines } = annotatedPage(annotated);
  const parsed = parseTextPage(source);
  expect(parsed.lines).toEqual(lines);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.page;
}

/** Reduces a page to its headings, its numbers of paragraphs, and its images' alt lines and credits. */
export function outlineOf(page: ImportedPage): unknown {
  return page.sections.map(({ heading, paragraphs, images }) => [
    heading,
    paragraphs.length,
    images.map(({ alt, credit }) => [alt, credit]),
  ]);
}
