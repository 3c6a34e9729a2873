import { phraseSet, phraseOf } from '../../../lib/phrases';

/** 'Two minutes' in one word, as Arabic has it. */
export const twoMinutes = phraseSet('دقيقتان', 'دقيقتين');

/** 'A minute' where no number need stand beside it. */
export const oneMinute = phraseSet('دقيقة');

/** The unit beside a number. */
export const minuteWords = phraseSet(
  ...['دقيقة', 'دقائق', 'دقايق', 'د', 'min', 'mins', 'minute', 'minutes', 'mn', 'Minuten'],
  ...['minuto', 'minutos', 'minuti', 'dakika', 'dk', 'minuut', 'minuten', 'منٹ', 'דקות', 'דקה'],
  ...['минут', 'минуты', 'минута', '分钟', '分鐘', '分', 'دقیقه'],
);

/** What makes minutes a time of reading. */
export const reading = phraseSet(
  ...['قراءة', 'القراءة', 'للقراءة', 'لقراءة', 'مطالعة', 'للمطالعة', 'مطالعه', 'خواندن'],
  ...['read', 'reading', 'lecture', 'lectura', 'lettura', 'leitura', 'Lesezeit', 'okuma', 'مطالعے'],
  ...[
    'مطالعہ',
    'קריאה',
    'чтения',
    'чтение',
    '阅读',
    '阅读时间',
    '阅读时长',
    '読了時間',
    '読了',
    'Leseminuten',
  ],
);

/** Words that may stand between or around the number, the unit and the word for reading. */
export const fillers = phraseSet(
  ...['مدة', 'وقت', 'زمن', 'زمان', 'تستغرق', 'يستغرق', 'تقرأ', 'في', 'خلال', 'حوالي', 'نحو'],
  ...['تقريبا', 'من', 'أقل', 'المقال', 'هذا', 'الخبر', 'برای', 'a', 'an', 'about', 'approx'],
  ...['article', 'est', 'estimated', 'in', 'less', 'of', 'story', 'takes', 'than', 'this', 'time'],
  ...['to', 'de', 'temps', 'tiempo', 'tempo', 'di', 'süresi', 'ca', 'env', 's', 'کا', 'وقت'],
  ...['זמן', 'время', '约', '需', '全文', '预计', '約', '目安', 'la', 'el', 'durée', 'tahmini'],
);

const spelled: readonly (readonly [number, ...string[]])[] = [
  [1, 'one', 'واحدة', 'واحد', 'un', 'une', 'eine', 'bir'],
  [2, 'two', 'deux', 'dos', 'zwei', 'iki'],
  [3, 'three', 'ثلاث', 'ثلاثة'],
  [4, 'four', 'أربع', 'أربعة'],
  [5, 'five', 'خمس', 'خمسة'],
  [6, 'six', 'ست', 'ستة'],
  [7, 'seven', 'سبع', 'سبعة'],
  [8, 'eight', 'ثماني', 'ثمان', 'ثمانية'],
  [9, 'nine', 'تسع', 'تسعة'],
  [10, 'ten', 'عشر', 'عشرة'],
];

/** Numbers that are written out, by their folded words. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  spelled.flatMap(([value, ...words]) => words.map((word) => [phraseOf(word), value] as const)),
);
