import type { Language } from '../../../platform/request';

type Names = Readonly<Record<Language, string>>;

/** What the fields of a save are called in messages. */
const names: ReadonlyMap<string, Names> = new Map([
  ['title', { ar: 'العنوان', en: 'The title' }],
  ['slug', { ar: 'جزء الرابط', en: 'The slug' }],
  ['locale', { ar: 'اللغة', en: 'The locale' }],
  ['summary', { ar: 'الملخص', en: 'The summary' }],
  ['byline', { ar: 'اسم الكاتب', en: 'The byline' }],
  ['correction', { ar: 'التصويب', en: 'The correction' }],
  ['note', { ar: 'الملاحظة', en: 'The note' }],
  ['readingTimeMinutes', { ar: 'مدة القراءة بالدقائق', en: 'The reading time in minutes' }],
  ['tags', { ar: 'الوسوم', en: 'The tags' }],
  ['sections', { ar: 'الأقسام', en: 'The sections' }],
  ['images', { ar: 'صور القسم', en: 'The images of a section' }],
  ['heading', { ar: 'عنوان القسم', en: 'The heading' }],
  ['body', { ar: 'نص القسم', en: 'The text' }],
  ['alt', { ar: 'وصف الصورة', en: 'The alternative text' }],
  ['caption', { ar: 'شرح الصورة', en: 'The caption' }],
  ['credit', { ar: 'مصدر الصورة', en: 'The credit' }],
  ['url', { ar: 'عنوان الصورة', en: 'The address' }],
  ['width', { ar: 'عرض الصورة', en: 'The width' }],
  ['height', { ar: 'ارتفاع الصورة', en: 'The height' }],
]);

const tagNames: Names = { ar: 'اسم الوسم', en: 'A tag’s name' };

/** What the field at the end of a path is called in a message. */
export function nameOfField(path: readonly string[], language: Language): string {
  const field = path.at(-1) ?? '';
  const isTag = path.at(-2) === 'tags';
  return (isTag ? tagNames : names.get(field))?.[language] ?? field;
}
