import { readByline } from '../../../../src/features/import/text/byline-line';

describe('readByline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['Written by Jane Doe', 'Jane Doe'],
    ['بقلم: ليلى حداد', 'ليلى حداد'],
    ['بقلم/ ليلى حداد', 'ليلى حداد'],
  ])('reads the name in %j with certainty', (text, name) => {
    expect(readByline(text)).toEqual({ name, isCertain: true });
  });

  it.each([
    ['كتب فريق التحرير', 'فريق التحرير'],
    ['كتبت: منى السيد', 'منى السيد'],
    ['إعداد: منى السيد', 'منى السيد'],
    ['تقرير - منى السيد', 'منى السيد'],
    ['Author: Jane Doe', 'Jane Doe'],
    ['Par Claire Dubois', 'Claire Dubois'],
  ])('reads the name in %j', (text, name) => {
    expect(readByline(text)).toEqual({ name, isCertain: false });
  });

  it.each([
    'Jane Doe',
    'فريق التحرير',
    'By the numbers',
    'By',
    'كتب',
    'تقرير جديد',
    'Byron Smith',
    '',
  ])('reads no credit in %j', (text) => {
    expect(readByline(text)).toBeNull();
  });
});
