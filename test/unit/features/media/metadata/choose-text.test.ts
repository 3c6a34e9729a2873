import { chooseText } from '../../../../../src/features/media/metadata';

const texts = [
  { language: 'en', text: 'street' },
  { language: null, text: 'default' },
  { language: 'ar-EG', text: 'شارع' },
  { language: 'ar', text: 'طريق' },
];

describe('choosing a text by the language of an article', () => {
  it.each([
    ['ar', 'طريق'],
    ['ar-EG', 'شارع'],
    ['ar-SA', 'شارع'],
    ['en-GB', 'street'],
    ['fr', 'default'],
  ])('for %s takes %s', (locale, text) => {
    expect(chooseText(texts, locale)).toBe(text);
  });

  it('takes the first where nothing fits, and null where there is none', () => {
    expect(chooseText(texts.slice(0, 1), 'ar')).toBe('street');
    expect(chooseText([], 'ar')).toBeNull();
  });
});
