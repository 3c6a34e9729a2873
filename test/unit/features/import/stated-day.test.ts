import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';
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
    ['another calendar without its mark', '1445/12/05'],
    ['a weekday that the day is not near', 'الجمعة 5 ذو الحجة 1445'],
    ['an update in another calendar', 'آخر تحديث: 5 ذو الحجة 1445 هـ'],
    ['a day that no such month has', '31 ذو الحجة 1445'],
    ['a month of leap years in another', '5 Adar II 5785'],
    ['a day that no month has', '30 February 2024'],
    ['no year', '11 June'],
  ])('reads no day from %s', (_, text) => {
    expect(readDay(text)).toBeNull();
  });

  it.each([
    ['الثلاثاء 5 ذو الحجة 1445 هـ', '2024-06-11'],
    ['05 ذي الحجة 1445', '2024-06-11'],
    ['1445/12/05 هـ', '2024-06-11'],
    ['1 محرم 1446 هـ', '2024-07-07'],
    ['5 Dhu al-Hijjah 1445 AH', '2024-06-11'],
    ['سه‌شنبه ۲۲ خرداد ۱۴۰۳', '2024-06-11'],
    ['۱۴۰۳/۰۳/۲۲', '2024-06-11'],
    ['۱ فروردین ۱۴۰۰', '2021-03-21'],
    ['5 בסיוון 5784', '2024-06-11'],
    ['5 בסיון 5784', '2024-06-11'],
    ['Tishri 1, 5785', '2024-10-03'],
    ['10 באדר 5785', '2025-03-10'],
    ['10 Adar I 5784', '2024-02-19'],
  ])('converts %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('takes the day after where the line names its weekday: the moon was seen later', () => {
    expect(readDay('الأربعاء 5 ذو الحجة 1445')).toBe('2024-06-12');
  });

  it.each(['islamic-umalqura', 'persian', 'hebrew'])('converts every day of %s', (calendar) => {
    const format = new Intl.DateTimeFormat('en', {
      ...{ calendar, timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' },
    });
    for (let time = Date.UTC(2000, 0, 1); time < Date.UTC(2040, 0, 1); time += 11 * 86_400_000) {
      const text = format.format(time);
      expect([text, readDay(text)]).toEqual([text, new Date(time).toISOString().slice(0, 10)]);
    }
  });
});

describe('the day that a page states', () => {
  const dayOf = (...dates: readonly string[]) => {
    const body = ['The library reopened on Monday.', 'Readers came early.'];
    const parsed = parseTextPage(['Library reopens after repairs', ...dates, ...body].join('\n'));
    return parsed.ok ? parsed.statedDay : null;
  };

  it('is that of another calendar where it states no other', () => {
    expect(dayOf('الثلاثاء 5 ذو الحجة 1445 هـ')).toBe('2024-06-11');
    expect(dayOf('آخر تحديث: 13/6/2024', '5 ذو الحجة 1445 هـ')).toBe('2024-06-11');
  });

  it('is the Gregorian one where it states both', () => {
    expect(dayOf('6 ذو الحجة 1445 هـ', '11 يونيو 2024')).toBe('2024-06-11');
  });
});
