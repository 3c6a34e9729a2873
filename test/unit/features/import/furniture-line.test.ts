import { furnitureKindOf } from '../../../../src/features/import/text/furniture-line';

describe('furnitureKindOf', () => {
  it.each([
    'شارك المقال',
    'شارك هذه القصة',
    'شارك على فيسبوك',
    'مشاركة',
    'Share',
    'Share this article:',
    'Share on Facebook',
    'Partager cet article',
    'إعلان',
    'Advertisement',
    'Related articles',
    'اقرأ أيضا: أسعار النفط ترتفع',
  ])('knows %j anywhere', (text) => {
    expect(furnitureKindOf(text)).toBe('anywhere');
  });

  it.each([
    'اترك تعليقك',
    'اترك تعليقاً',
    'أضف تعليقا جديدا',
    'شاركنا رأيك',
    'Leave a comment',
    'Leave a Reply Cancel reply',
    'Post a comment',
    'Join the conversation',
    'Be the first to comment',
    'Laisser un commentaire',
    '3 Comments',
    'التعليقات (12)',
    'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
    'لن يتم نشر عنوان بريدك الإلكتروني',
    'لن يُنشر بريدك الإلكتروني.',
    'Your email address will not be published.',
    'Your e-mail address will not be published. Required fields are marked *',
    'Required fields are marked *',
  ])('knows %j as of a comment form', (text) => {
    expect(furnitureKindOf(text)).toBe('comment-form');
  });

  it.each([
    'الرئيسية',
    'فيسبوك',
    'Copy link',
    'Comments',
    'Name *',
    'الاسم *',
    'المصدر : الجزيرة + وكالات',
    'Source: News agencies',
    'Tags: Cairo, Gaza',
    'جميع الحقوق محفوظة © 2024',
  ])('knows %j at the edges', (text) => {
    expect(furnitureKindOf(text)).toBe('edge');
  });

  it.each([
    'شارك الوزير في الاجتماع',
    'شارك المنتخب في البطولة على أرضه.',
    'شارك في المؤتمر وزراء من عشرين دولة',
    'ترك تعليقا واحدا',
    'Share prices rose on Monday',
    'Comments by the minister drew criticism',
    'Leave no one behind',
    'His email address will not be published, the court ruled.',
    'المصدر الوحيد للمياه',
    'A rating of 5* was given',
    '***',
    '',
  ])('leaves %j to the article', (text) => {
    expect(furnitureKindOf(text)).toBeNull();
  });
});
