import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';

const title = 'افتتاح جسر جديد فوق النهر';
const byline = 'بقلم سارة علي';
const body = [
  'افتتح المجلس الجسر الجديد أمس بحضور آلاف السكان من القرى القريبة.',
  'وقال المدير إن العمل استمر عامين.',
  'وجاء آلاف السكان إلى الحفل.',
];
const share = ['Share', 'Facebook', '© 2024 Harbour News. All rights reserved.'];

const rolesOf = (lines: readonly string[]) =>
  parseTextPage(lines.join('\n')).lines.map(({ role }) => role);

/** The roles of lines that stand below the article, without its own. */
const rolesBelow = (...lines: readonly string[]) =>
  rolesOf([title, byline, ...body, ...lines]).slice(2 + body.length);

/** The roles of lines between the headline and the text. */
const rolesInHead = (...lines: readonly string[]) =>
  rolesOf([title, ...lines, ...body]).slice(1, 1 + lines.length);

const areAll = (role: string, count: number) => Array.from({ length: count }, () => role);

describe('what stands below an article', () => {
  it.each([
    ['a label in other words', ['المواضيع المتعلقة بالخبر:', 'قطار جديد يربط المدن الثلاث']],
    ['an English one', ['More stories you may like', 'Ferry line to open next spring']],
    ['a numbered list', ['شارك', 'الأكثر قراءة', '1', 'موعد القرعة', '2', 'قائمة المنتخب']],
    ['hours above links', ['شارك', 'آخر الأخبار', '22:10', 'البورصة تغلق على ارتفاع طفيف']],
    ['tags with numbers', ['الكلمات المفتاحية', 'أسعار الذهب', 'عيار 21', 'سعر الدولار']],
    ['a label with a topic', ['More on Bridges', 'Ferry line to open next spring', ...share]],
    ['hashtags', ['#جسور', '#النهر', 'شارك']],
    ['a sign-off', ['-- (بترا)', 'س ع / ر ق', '11/06/2024 13:05:41']],
    ['a form', ['أضف تعليقك', 'الاسم', 'البريد الالكتروني', 'التعليق', 'إرسال']],
    ['a disclaimer', ['المقالات المنشورة تعبر عن آراء أصحابها ولا تمثل رأي الموقع']],
    ['an invitation', ['For more stories, sign up to our newsletter here.']],
    ['a channel', ['تابعوا قناتنا على واتساب']],
    ['a counter', ['عدد المشاهدات : 412', 'شارك']],
    ['a button beside networks', ['شارك', 'Follow Harbour News', 'Facebook', 'X (Twitter)']],
  ])('is the page’s: %s', (_, lines) => {
    expect(rolesBelow(...lines)).toEqual(areAll('furniture', lines.length));
  });

  it.each([
    'تابعوا المباراة من المدرجات',
    'Follow the money',
    'المزيد من التفاصيل لاحقا',
    'More about the bridge',
    'Join the army, the newsletter says',
    'حمل الرجل تطبيقنا إلى الوزير',
    'The views expressed do not reflect policy, she said',
    'الرأي الآخر لا يعبر عن موقف الحكومة بالضرورة',
    'خبر سار',
    '42',
    '20:30',
    'الأهلي 2 - 1 الزمالك',
  ])('is the article’s wherever it stands: %s', (line) => {
    for (const above of [[], ['إعلان']]) {
      for (const below of [[], share]) {
        for (let at = 1; at <= body.length; at += 1) {
          const lines = [...body.slice(0, at), ...above, line, ...body.slice(at), ...below];
          const roles = rolesOf([title, byline, ...lines]);
          expect(['paragraph', 'heading']).toContain(roles[2 + at + above.length]);
        }
      }
    }
  });

  it('is in doubt among the page’s own lines, and kept', () => {
    const { uncertain } = parseTextPage(
      [title, byline, ...body, 'شارك', 'جسور', 'شارك المقال'].join('\n'),
    );
    expect(uncertain).toEqual([
      { line: 7, reason: expect.stringMatching(/among the page/u) as string },
    ]);
  });
});

describe('what stands within an article', () => {
  const between = (...lines: readonly string[]) =>
    rolesOf([title, byline, ...body, ...lines, ...body]).slice(
      2 + body.length,
      2 + body.length + lines.length,
    );

  it('is another article below two sections’ names', () => {
    const lines = ['أسواق', 'طاقة', 'أسعار النفط تستقر بعد مكاسب ثلاثة أيام'];
    expect(between(...lines)).toEqual(areAll('furniture', 3));
  });

  it('is the page’s where ages stand above the entries of a live page', () => {
    expect(between('منذ 5 دقائق', ...body, 'منذ ساعة')).toEqual([
      ...['furniture', 'paragraph', 'paragraph', 'paragraph', 'furniture'],
    ]);
  });

  it('is the article’s where hours stand above what happened at them', () => {
    expect(between('09:15', ...body, '10:40')).not.toContain('furniture');
  });

  it('is data below its headings', () => {
    const lines = [
      ...['أسعار اليوم', 'عيار 24: 3560 جنيها', 'عيار 21: 3115 جنيها', 'عيار 18: 2670 جنيها'],
      ...['نتائج الجولة', 'الأهلي 2 - 1 الزمالك', 'المصري 0 - 0 سموحة'],
    ];
    expect(between(...lines)).toEqual([
      ...['heading', 'paragraph', 'paragraph', 'paragraph'],
      ...['heading', 'paragraph', 'paragraph'],
    ]);
  });

  it('is a list below a line that announces it', () => {
    const lines = ['الضفدع يشبه الورقة', 'الأنثى تضع سبع بيضات', 'النوع مهدد بالانقراض'];
    expect(between('وفيما يلي أبرز ما توصل إليه الفريق:', ...lines)).toEqual(
      areAll('paragraph', 4),
    );
  });
});

describe('news in brief', () => {
  it('keeps the names of sections as headings', () => {
    const brief = ['سياسة', body[0] ?? '', 'اقتصاد', body[1] ?? '', 'رياضة', body[2] ?? ''];
    expect(rolesOf(['موجز أخبار الأربعاء', '12-06-2024', 'تحرير: نادين صباغ', ...brief])).toEqual([
      ...['title', 'furniture', 'byline', 'heading', 'paragraph'],
      ...['heading', 'paragraph', 'heading', 'paragraph'],
    ]);
  });
});

describe('what stands above an article', () => {
  it.each([
    ['رام الله / أحمد علي / الأناضول', 'أحمد علي'],
    ['عرعر 05 ذو الحجة 1445 هـ الموافق 11 يونيو 2024 م واس', 'واس'],
    ['عمان 11 حزيران (بترا) - سهى العمري', 'سهى العمري'],
    ['Leyla Demir  |11.06.2024 - محدث : 12.06.2024', 'Leyla Demir'],
    ['Medically reviewed by Ann Lee — Written by Ben Roe — Updated on June 11, 2024', 'Ann Lee'],
    ['Henry Roe in London and Mei Lin in Shanghai', 'Henry Roe in London and Mei Lin in Shanghai'],
  ])('is a byline: %s', (line, name) => {
    const parsed = parseTextPage([title, line, ...body].join('\n'));
    expect(parsed).toMatchObject({ ok: true, page: { byline: name } });
  });

  it('is a byline and what the writer does', () => {
    expect(rolesInHead('نبيل الخطيب', 'كاتب وروائي من الأردن', '11 حزيران 2024')).toEqual([
      ...['byline', 'byline', 'furniture'],
    ]);
  });

  it.each([
    ['a writer and the work', ['الرأي', 'نبيل الخطيب', 'كاتب وروائي من الأردن']],
    ['a writer with a title', ['زاوية حرة', 'د. سلمى الراوي']],
    ['a writer below a section of opinions', ['مقالات', 'نبيل الخطيب']],
  ])('is %s, also above the headline', (_, head) => {
    const headline = 'المدينة التي لا تنام على أرصفتها';
    const parsed = parseTextPage([...head, headline, '11 حزيران 2024', ...body].join('\n'));
    const name = head[1] ?? '';
    expect(parsed).toMatchObject({ ok: true, page: { title: headline, byline: name } });
  });

  it('is the window’s title above the headline', () => {
    const parsed = parseTextPage([`عام / ${title}`, title, ...body].join('\n'));
    expect(parsed).toMatchObject({ ok: true, page: { title } });
  });

  it('is a table of contents where its lines stand again below', () => {
    const lines = [
      title,
      byline,
      'الأسباب',
      'الحلول',
      ...body,
      'الأسباب',
      ...body,
      'الحلول',
      ...body,
    ];
    expect(rolesOf(lines).slice(2, 4)).toEqual(['furniture', 'furniture']);
  });

  it('is a picture’s caption where it says the headline’s words again', () => {
    expect(rolesInHead(byline, 'مراسم افتتاح الجسر فوق النهر')).toEqual(['byline', 'caption']);
  });
});
