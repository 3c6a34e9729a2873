import { registerEnumType } from 'type-graphql';

/** In which form a body is wanted. */
export enum TextFormat {
  TEXT = 'TEXT',
  MARKDOWN = 'MARKDOWN',
  HTML = 'HTML',
}

registerEnumType(TextFormat, {
  name: 'TextFormat',
  description: 'In which form a body is wanted.',
  valuesConfig: {
    TEXT: { description: 'Plain text, paragraphs parted by an empty line.' },
    MARKDOWN: { description: 'CommonMark, the form in which texts are written and stored.' },
    HTML: { description: 'Sanitized HTML, rendered when the article was written.' },
  },
});
