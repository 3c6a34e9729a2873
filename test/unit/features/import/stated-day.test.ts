import { readDay } from '../../../../src/features/import/text/stated-day';

describe('readDay', () => {
  it.each([
    'الثلاثاء 11 يونيو/حزيران 2024',
    'June 11, 2024',
    'Madrid - 11 JUN 2024 - 05:30 CEST',
    '2024-06-11 10:20',
    '2024年06月11日 10:20:30',
    '٢٠٢٤/٦/١١',
    '11/6/2024|آخر تحديث: 13/6/2024 03:45 م (توقيت مكة)',
    'Publié le 11 juin 2024 à 06h33, mis à jour le 12 juin 2024',
    '11.06.2024, 14:30',
    '11 июня 2024, 14:30',
    '11 Haziran 2024 Salı',
    'יום שלישי, 11 ביוני 2024',
    '11 جون 2024',
  ])('reads the eleventh of June in %j', (text) => {
    expect(readDay(text)).toBe('2024-06-11');
  });

  it.each([
    ['an update', 'Updated June 11, 2024'],
    ['an order that may be either', '6/11/2024'],
    ['another calendar', '5 ذو الحجة 1445'],
    ['a day that no month has', '30 February 2024'],
    ['no year', '11 June'],
  ])('reads no day from %s', (_, text) => {
    expect(readDay(text)).toBeNull();
  });
});
