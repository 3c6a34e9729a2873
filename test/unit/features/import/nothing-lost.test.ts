import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';
import { phrasesOf } from '../../../../src/features/import/text/words';

const rolesOf = (source: string) =>
  new Map(parseTextPage(source).lines.map(({ line, role }) => [line, role] as const));

const pageOf = (title: string, ...paragraphs: readonly string[]) =>
  [title, 'By Jane Doe', ...paragraphs].join('\n\n');

const first = 'The harbour reopened on Monday after two years of work.';
const second = 'Ships from three countries were waiting outside.';

/** Phrases that boilerplate begins with, of every language. */
const beginnings = (
  ['beginnings', 'noticeTopics', 'related', 'edges', 'share', 'by'] as const
).flatMap((key) => [...phrasesOf(key)]);

describe('a line that begins like boilerplate and says more', () => {
  it.each([
    'الحقول المشار إليها تنتج نصف نفط البلاد.',
    'Fields with standing water cannot be planted, said one of them.',
    'Copyright law will change next year, the minister said.',
    'يستخدم هذا الموقع منذ القدم مرفأ للصيد.',
    'البريد الإلكتروني لن يختفي قريبا، يقول خبراء.',
    'جميع الحقوق محفوظة للعمال بموجب القانون الجديد، بحسب الوزير الذي حضر الاجتماع أمس.',
    'Subscribe to the idea that cities can change, she told the council.',
  ])('stays a paragraph wherever it stands: %s', (text) => {
    for (const paragraphs of [
      [text, first, second],
      [first, text, second],
      [first, second, text],
    ]) {
      const roles = rolesOf(pageOf('Harbour reopens', ...paragraphs));
      expect([...roles.values()]).toEqual([
        'title',
        'byline',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
    }
  });

  it('is named in the report with the reason', () => {
    const text = 'Copyright law will change next year, the minister said.';
    const { uncertain, confidence } = parseTextPage(pageOf('Harbour reopens', first, second, text));
    expect(uncertain).toEqual([
      { line: 9, reason: expect.stringMatching(/begins like/u) as string },
    ]);
    expect(confidence).toBe(0.8);
  });

  it('is no boilerplate for any phrase of any language', () => {
    for (const beginning of beginnings) {
      const text = `${beginning} qazwsx edcrfv tgbyhn ujmikol pqlamz.`;
      const roles = rolesOf(pageOf('Harbour reopens', first, text, second));
      expect([text, roles.get(7)]).toEqual([text, 'paragraph']);
    }
  });

  it.each([
    'البريد الإلكتروني لن يختفي قريبا، يقول خبراء',
    'Copyright law changes next year',
    'حقوق النشر في عصر الذكاء الاصطناعي',
    'Sources: City agree terms with Danish striker',
    'Sign up for military service rises sharply in Finland',
    'Your email will not save you from phishing',
    'Threads',
    'المصادر: الاتفاق قريب',
    'اشترك في التظاهرة آلاف العمال',
    'Related: the families that run the port',
  ])('heads its article: %s', (title) => {
    const parsed = parseTextPage(pageOf(title, first, second));
    expect(parsed).toMatchObject({ ok: true, page: { title, byline: 'Jane Doe' } });
  });
});

describe('short lines below a label', () => {
  const results = ['الأهلي 2 - 0 الزمالك', 'الإسماعيلي 1 - 1 المصري', 'سموحة 0 - 3 بيراميدز'];
  const head = ['نتائج الجولة الخامسة', 'كتب عمر خالد', 'انتهت مباريات الجولة الخامسة مساء أمس.'];

  it.each(['اقرأ أيضا', 'إعلان', 'Advertisement', 'شارك', 'Related', 'Read also'])(
    'are not lost where they are results of matches, below %s',
    (label) => {
      for (const tail of [[], ['شارك المقال']]) {
        const roles = rolesOf([...head, label, ...results, ...tail].join('\n'));
        for (const line of [5, 6, 7]) expect(['paragraph', 'heading']).toContain(roles.get(line));
      }
    },
  );

  it('are uncertain below a label of links at the end of the page', () => {
    const { uncertain } = parseTextPage(
      [...head, 'اقرأ أيضا', 'موعد المباراة', ...results].join('\n'),
    );
    expect(uncertain.map(({ line }) => line)).toEqual([5, 6, 7, 8]);
  });

  it.each([
    ['إعلان', 'فاز الأهلي على ضيفه بهدفين', 'وتعادل المصري مع الإسماعيلي'],
    ['Advertisement', 'The result was close', 'Fans left early'],
    ['Share', 'Additional reporting by Omar Khan', 'The league table is below'],
  ])('are the article’s last paragraphs below %s', (label, one, two) => {
    const roles = rolesOf(pageOf('Round five', first, label, one, two));
    expect([roles.get(7), roles.get(9), roles.get(11)]).toEqual([
      'furniture',
      'paragraph',
      'paragraph',
    ]);
  });

  it('are boilerplate where the text goes on below them', () => {
    const links = [
      'Council votes on the new harbour tax',
      'Ferry line to open next spring, mayor says',
    ];
    const roles = rolesOf(pageOf('Round five', first, ['Read also', ...links].join('\n'), second));
    expect([7, 8, 9, 11].map((line) => roles.get(line))).toEqual([
      ...['furniture', 'furniture', 'furniture', 'paragraph'],
    ]);
  });
});

describe('a comment form', () => {
  it('is boilerplate as a whole, and nothing above it', () => {
    const form = 'Leave a Reply\nYour email address will not be published.\nName *\nPost Comment';
    const roles = rolesOf(pageOf('Round five', first, second, 'Final score 2 - 1', form));
    expect([...roles.values()]).toEqual([
      ...['title', 'byline', 'paragraph', 'paragraph', 'paragraph'],
      ...['furniture', 'furniture', 'furniture', 'furniture'],
    ]);
  });
});
