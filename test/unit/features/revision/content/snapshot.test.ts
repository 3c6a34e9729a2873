import {
  hashContent,
  parseContent,
  writeContent,
} from '../../../../../src/features/revision/content/snapshot';
import { contentOf, imageOf, sectionOf } from './made-up-contents';

describe('hashContent', () => {
  it('does not depend on the order of properties', () => {
    const content = contentOf();
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    const turnedInside = {
      ...turned,
      sections: content.sections.map(
        (section) => Object.fromEntries(Object.entries(section).reverse()) as typeof section,
      ),
    };
    expect(hashContent(turnedInside)).toBe(hashContent(content));
    expect(hashContent(content)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each([
    ['the title', contentOf({ title: 'Flood' })],
    ['a tag', contentOf({ tags: ['Weather', 'Coast'] })],
    ['the lead image', contentOf({ leadImage: null })],
    ['the order of sections', contentOf({ sections: contentOf().sections.toReversed() })],
    ['an image', contentOf({ sections: [sectionOf('a', { images: [imageOf('b')] })] })],
  ])('changes with %s', (_, content) => {
    expect(hashContent(content)).not.toBe(hashContent(contentOf()));
  });

  it('tells null from an empty text', () => {
    expect(hashContent(contentOf({ summary: null }))).not.toBe(
      hashContent(contentOf({ summary: '' })),
    );
  });
});

describe('writeContent', () => {
  it('is read back as the same content', () => {
    expect(parseContent(writeContent(contentOf()))).toEqual(contentOf());
  });

  it('leaves out what is no part of a content', () => {
    const content = { ...contentOf(), note: 'fixed a name' };
    expect(writeContent(content)).toBe(writeContent(contentOf()));
  });
});
