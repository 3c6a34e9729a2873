import { readReadingTime } from '../../../../src/features/import/text/reading-time-line';

describe('readReadingTime', () => {
  it.each([
    ['5 دقائق للقراءة', 5],
    ['5 دقيقة للقراءة', 5],
    ['٣ دقائق للقراءة', 3],
    ['۱۲ دقیقه مطالعه', 12],
    ['15 دقيقه للقراءه', 15],
    ['دقيقة للقراءة', 1],
    ['دقيقة واحدة للقراءة', 1],
    ['دقيقتان للقراءة', 2],
    ['دقيقتين قراءة', 2],
    ['ثلاث دقائق للقراءة', 3],
    ['أقل من دقيقة للقراءة', 1],
    ['مدة القراءة: 7 دقائق', 7],
    ['وقت القراءة ~ ٤ دقائق تقريبا', 4],
    ['قراءة في 6 دقائق', 6],
    ['5 دَقائقَ لِلقراءة', 5],
    ['5 min read', 5],
    ['5-minute read', 5],
    ['5min read', 5],
    ['5 mins. read', 5],
    ['5 minutes read', 5],
    ['Five minutes to read', 5],
    ['Less than a minute to read', 1],
    ['Reading time: 5 minutes', 5],
    ['Estimated reading time: 5 minute(s).', 5],
    ['READ TIME 11 MIN', 11],
    ['Temps de lecture : 3 minutes', 3],
    ['Lesezeit: 2 Minuten', 2],
    ['Okuma süresi: 4 dakika', 4],
  ])('reads the minutes of %j', (text, minutes) => {
    expect(readReadingTime(text)).toEqual({ minutes, name: null, saysReading: true });
  });

  it.each([
    ['دقيقة', 1],
    ['دقيقتان', 2],
    ['5 دقائق', 5],
    ['5 min', 5],
  ])('says that %j says nothing of reading', (text, minutes) => {
    expect(readReadingTime(text)).toEqual({ minutes, name: null, saysReading: false });
  });

  it.each([
    ['كتب فريق التحرير 5 دقيقة للقراءة', 'فريق التحرير'],
    ['كتبت هدى صالح - القاهرة دقيقتان للقراءة', 'هدى صالح - القاهرة'],
    ['5 دقائق للقراءة - كتب مُحمّد علي', 'مُحمّد علي'],
    ['By Jane Doe 5 min read', 'Jane Doe'],
    ['By Jane Doe and John Smith, 5 min read', 'Jane Doe and John Smith'],
    ['Jane Doe · 5 min read', 'Jane Doe'],
    ['Jane Doe | June 11, 2024 | 5 min read', 'Jane Doe'],
    ['5 min read | By Jane Doe', 'Jane Doe'],
    ['Min Jin Lee 5 min read', 'Min Jin Lee'],
  ])('reads the name in %j', (text, name) => {
    expect(readReadingTime(text)?.name).toBe(name);
  });

  it.each([
    'وقفوا خمس دقائق حدادا على أرواح الضحايا في ساحة المدينة القديمة',
    'دقائق للقراءة',
    'minutes',
    '0 min read',
    'فريق التحرير',
    'The minister spoke for 5 minutes about the new plan for the port',
    '',
  ])('reads no time in %j', (text) => {
    expect(readReadingTime(text)).toBeNull();
  });
});
