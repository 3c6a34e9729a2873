import type { ImportedPage } from '../../../../src/features/import/importer';
import { isDateLine } from '../../../../src/features/import/text/date-line';
import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';

function pageOf(...blocks: readonly string[]): ImportedPage {
  const parsed = parseTextPage(blocks.join('\n\n'));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.page;
}

const headingsOf = ({ sections }: ImportedPage) => sections.flatMap(({ heading }) => heading ?? []);
const imagesOf = ({ sections }: ImportedPage) => sections.flatMap(({ images }) => images);
const paragraphsOf = ({ sections }: ImportedPage) =>
  sections.flatMap(({ paragraphs }) => paragraphs);

const title = 'Library reopens after long repairs';
const byline = 'By Jane Doe';
const first = 'The library reopened on Monday after a year.';
const second = 'Readers came early on the first day.';

describe('a credit without brackets', () => {
  it.each([
    ['The main hall on Monday. Photo: Reuters', 'The main hall on Monday.', 'Reuters'],
    ['The main hall on Monday © AFP', 'The main hall on Monday', 'AFP'],
    ['The main hall on Monday. Getty Images', 'The main hall on Monday.', 'Getty Images'],
    ['The main hall | Photo: Jane Roe', 'The main hall', 'Jane Roe'],
    ['The hall. Photograph: Jo Roe/The Guardian', 'The hall.', 'Jo Roe/The Guardian'],
    [
      'The hall.Credit...Jo Roe for The New York Times',
      'The hall.',
      'Jo Roe for The New York Times',
    ],
    [
      'The hall. REUTERS/Jo Roe/File Photo Purchase Licensing Rights',
      'The hall.',
      'REUTERS/Jo Roe/File Photo',
    ],
    ['Die Halle am Montag. Foto: Jan Roth / dpa', 'Die Halle am Montag.', 'Jan Roth / dpa'],
    ['Salon pazartesi günü. Fotoğraf: AA', 'Salon pazartesi günü.', 'AA'],
    ['La sala principal el lunes.JUAN PÉREZ', 'La sala principal el lunes.', 'JUAN PÉREZ'],
    [
      'La salle, lundi. AGENCE VU POUR « LE MONDE »',
      'La salle, lundi.',
      'AGENCE VU POUR « LE MONDE »',
    ],
    ['القاعة الرئيسية - تصوير: أحمد علي', 'القاعة الرئيسية', 'أحمد علي'],
    ['القاعة الرئيسية / تصوير: رويترز', 'القاعة الرئيسية', 'رويترز'],
    ['القاعة الرئيسية - أ ف ب', 'القاعة الرئيسية', 'أ ف ب'],
    ['האולם המרכזי צילום: רויטרס', 'האולם המרכזי', 'רויטרס'],
    ['市民在新图书馆阅读。新华社记者 李四 摄', '市民在新图书馆阅读。', '新华社记者 李四'],
    ['開館した図書館＝田中花子撮影', '開館した図書館', '田中花子'],
    ['The main hall (Jo Roe/Reuters)', 'The main hall', 'Jo Roe/Reuters'],
  ])('makes an image of %s', (line, caption, credit) => {
    const page = pageOf(title, byline, first, line, second);
    expect(imagesOf(page)).toEqual([{ alt: null, caption, credit }]);
    expect([headingsOf(page), page.byline]).toEqual([[], 'Jane Doe']);
  });

  it.each([
    [
      'صدر الصورة، Getty Images\nالتعليق على الصورة، القاعة الرئيسية',
      'القاعة الرئيسية',
      'Getty Images',
    ],
    [
      'Image source, Getty Images\nImage caption, The hall on Monday.',
      'The hall on Monday.',
      'Getty Images',
    ],
    ['Getty Images\nThe main hall on Monday', 'The main hall on Monday', 'Getty Images'],
    ['The main hall on Monday\nPhoto by Jane Roe', 'The main hall on Monday', 'Jane Roe'],
    ['تصویر کا ذریعہ، Getty Images', null, 'Getty Images'],
    ['© AFP', null, 'AFP'],
  ])('makes one image of the lines of %j, and no byline', (lines, caption, credit) => {
    for (const page of [pageOf(title, first, lines, second), pageOf(title, lines, first, second)]) {
      expect(imagesOf(page)).toEqual([{ alt: null, caption, credit }]);
      expect([headingsOf(page), page.byline]).toEqual([[], null]);
    }
  });
});

describe('a line that ends in brackets', () => {
  it.each([
    'حركة المقاومة الإسلامية (حماس)',
    'الجبهة الشعبية (اليسار)',
    'The Labour movement (left)',
  ])('is a heading where they name no source: %s', (line) => {
    const page = pageOf(title, byline, first, line, second);
    expect([headingsOf(page), imagesOf(page)]).toEqual([[line], []]);
  });

  it('is a player of a squad, not an image', () => {
    const squad = 'محمد الشناوي (الأهلي)\nعمر السيد (الزمالك)\nعلي جبر (بيراميدز)';
    const page = pageOf(title, byline, first, squad, second);
    expect([headingsOf(page), imagesOf(page), paragraphsOf(page).length]).toEqual([[], [], 5]);
  });

  it.each([
    ['Par Claire Morel (Marseille, correspondante)', 'Claire Morel (Marseille, correspondante)'],
    ['By Lena Roth (Berlin)', 'Lena Roth (Berlin)'],
  ])('is a byline: %s', (line, name) => {
    const page = pageOf(title, line, first, second);
    expect([page.byline, imagesOf(page)]).toEqual([name, []]);
  });

  it.each([
    'آخر تحديث: 13/6/2024 03:45 م (توقيت مكة)',
    '11/6/2024 | آخر تحديث: 13/6/2024 03:45 م (مكة المكرمة)، 13:25 (غرينتش)',
  ])('is a time stamp: %s', (line) => {
    const page = pageOf(title, line, first, second);
    expect([imagesOf(page), headingsOf(page), paragraphsOf(page).length]).toEqual([[], [], 2]);
  });

  it('is a caption right below an alt line', () => {
    const block =
      'A convoy of trucks at a border crossing\nTrucks wait at the eastern crossing (Salem)';
    expect(imagesOf(pageOf(title, byline, first, block, second))).toEqual([
      {
        alt: 'A convoy of trucks at a border crossing',
        caption: 'Trucks wait at the eastern crossing',
        credit: 'Salem',
      },
    ]);
  });
});

describe('the title', () => {
  it.each([
    'الثلاثاء 11 يونيو 2024',
    'June 11, 2024',
    '۲۳ خرداد ۱۴۰۳',
    'الأخبار',
    'يوميات الشرق',
    'Markets',
    'España',
    'International',
    'Accueil',
    'Anasayfa',
    '新华网 > 时政 > 正文',
    'This article is more than 1 year old',
    'الرئيسية',
    'Home',
    'Our city',
  ])('is the headline below %s', (line) => {
    const headline = 'Museum of the sea reopens after ten years';
    for (const page of [
      pageOf(line, headline, byline, first, second),
      pageOf(line, headline, first, second),
    ]) {
      expect([page.title, headingsOf(page), paragraphsOf(page).length]).toEqual([headline, [], 2]);
    }
  });

  it('is the line that the page repeats', () => {
    const page = pageOf('A ten year long project', title, 'June 11, 2024', title, first, second);
    expect([page.title, headingsOf(page)]).toEqual([title, []]);
  });
});

describe('the head', () => {
  it.each([
    'الثلاثاء 5 ذو الحجة 1445 هـ',
    'سه‌شنبه ۲۲ خرداد ۱۴۰۳',
    'נובמבר 11, 2024',
    'יום שלישי, 11 ביוני 2024',
    'منگل 11 جون 2024',
    '11 июня 2024 года',
    '2024年6月11日',
    '令和6年6月11日',
    '3 hours ago',
    'منذ 3 ساعات',
    'il y a 3 heures',
    '3時間前',
    'Publié le 11 juin 2024 à 06h33, mis à jour le 11 juin 2024 à 09h12',
    'نُشر: 12:30 - 11 يونيو 2024 م ـ 05 ذو الحِجّة 1445 هـ',
    '2024-06-11',
  ])('knows the date %s, and the byline below it', (date) => {
    expect(isDateLine(date)).toBe(true);
    const page = pageOf(title, date, 'مريم رضا', first, second);
    expect([page.byline, headingsOf(page), paragraphsOf(page).length]).toEqual(['مريم رضا', [], 2]);
  });

  it('keeps a name above the headline beside a date, and says that it is in doubt', () => {
    const source = [
      'كتب',
      'ريم الخطيب',
      '12/06/2024',
      'حكاية مقهى أغلق أبوابه بعد ثمانين عاما',
      first,
      second,
    ];
    const parsed = parseTextPage(source.join('\n\n'));
    expect(parsed).toMatchObject({ ok: true, page: { title: source[3], byline: 'ريم الخطيب' } });
    expect(parsed.uncertain.map(({ line }) => line)).toEqual([3]);
  });

  it('reads a date and a name in one line', () => {
    const page = pageOf(title, 'الثلاثاء 11-06-2024 12:45 | كتب: حسين فؤاد |', first, second);
    expect([page.byline, headingsOf(page)]).toEqual(['حسين فؤاد', []]);
  });

  it.each(['7 October', '2 - 0', 'One of 3 in 10', 'In May 3 of 4 voted'])(
    'takes %j for no date',
    (text) => {
      expect(isDateLine(text)).toBe(false);
    },
  );

  it('goes on below a caption, and to a reading time further down', () => {
    const caption = 'The main hall on Monday (Reuters)';
    const page = pageOf(title, caption, 'By Lena Roth', 'June 11, 2024', first, second);
    expect([page.byline, headingsOf(page), imagesOf(page).length]).toEqual(['Lena Roth', [], 1]);
    const deep = pageOf(
      ...[title, caption, 'A ten year long project', 'Jane Doe', 'Harbour News', 'June 11, 2024'],
      ...['3 hours ago', 'مدة القراءة: 6 دقائق', first, second],
    );
    expect(deep.statedReadingTimeMinutes).toBe(6);
  });
});

describe('lines that a program has wrapped', () => {
  it.each([
    [
      'The bridge over the harbour reopened on Sunday after two years of\nwork that cost more than planned and closed the old town to cars for\nmost of the summer.',
    ],
    [
      'أعيد افتتاح الجسر فوق الميناء يوم الأحد بعد عامين من\nالأعمال التي كلفت أكثر مما كان مقررا وأغلقت المدينة القديمة أمام السيارات\nمعظم الصيف.',
    ],
  ])('are one paragraph: %j', (text) => {
    const page = pageOf('Bridge reopens', byline, text, second);
    expect([paragraphsOf(page), headingsOf(page)]).toEqual([
      [text.replaceAll('\n', ' '), second],
      [],
    ]);
  });

  it('are each in the report', () => {
    const { lines } = parseTextPage(
      'Bridge reopens\n\nBy Jane Doe\n\nThe bridge over the harbour reopened on Sunday after two\nyears of work.',
    );
    expect(lines.slice(2)).toEqual([
      { line: 5, role: 'paragraph' },
      { line: 6, role: 'paragraph' },
    ]);
  });

  it('keeps a paragraph without its full stop between two others', () => {
    const text = 'الأمطار الغزيرة تسببت في إغلاق الطرق المؤدية إلى المدينة القديمة منذ الفجر';
    const page = pageOf(title, byline, first, text, second);
    expect([paragraphsOf(page).length, headingsOf(page)]).toEqual([3, []]);
  });
});
