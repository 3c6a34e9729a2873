import { expectPage, outlineOf } from './annotated-page';

describe('parseTextPage on Arabic pages', () => {
  it('reads a page of another writer, with minutes in the plural', () => {
    const page = expectPage(`
title        | اكتشاف مدينة غارقة قبالة سواحل الإسكندرية
             |
byline       | سارة عبد الرحمن
reading-time | كتبت سارة عبد الرحمن 3 دقائق للقراءة
             |
paragraph    | أعلنت وزارة السياحة والآثار المصرية الكشف عن بقايا مدينة غارقة.
             |
caption      | غواصون ينتشلون تمثالا من قاع البحر (رويترز)
             |
heading      | كنوز تحت الماء
             |
paragraph    | وقال رئيس البعثة إن الفريق عثر على معبد كامل.
             |
furniture    | شارك المقال
furniture    | اترك تعليقك
             |
furniture    | اترك تعليقاً
             |
furniture    | لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *
`);
    expect(page.byline).toBe('سارة عبد الرحمن');
    expect(page.statedReadingTimeMinutes).toBe(3);
    expect(outlineOf(page)).toEqual([
      [null, 1, [[null, 'رويترز']]],
      ['كنوز تحت الماء', 1, []],
    ]);
  });

  it('reads two minutes in one word, an image above the first paragraph and a question as heading', () => {
    const page = expectPage(`
title        | هل تعود الأمطار إلى القرن الأفريقي؟
byline       | فريق المناخ
reading-time | كتب فريق المناخ دقيقتان للقراءة
             |
caption      | راع يقود ماشيته في شمال كينيا (الجزيرة نت - أرشيف)
             |
paragraph    | تراجعت كميات الأمطار للعام الخامس على التوالي، بحسب الأمم المتحدة (أوتشا).
             |
paragraph    | ويقول الخبراء إن الأزمة «لم تبلغ ذروتها بعد».
             |
heading      | ماذا بعد؟
             |
alt          | امرأة تحمل جرة ماء على طريق ترابي
caption      | نساء يقطعن كيلومترات بحثا عن الماء (الفرنسية)
             |
paragraph    | لا أحد يملك الجواب (حتى الآن).
             |
heading      | مخيمات (داداب) المكتظة
             |
paragraph    | تؤوي المخيمات أكثر من 300 ألف لاجئ.
             |
furniture    | المصدر : الجزيرة + وكالات
             |
furniture    | شارك
furniture    | فيسبوك
furniture    | واتساب
furniture    | اترك تعليقا
furniture    | لن يتم نشر عنوان بريدك الإلكتروني
`);
    expect(page.statedReadingTimeMinutes).toBe(2);
    expect(outlineOf(page)).toEqual([
      [null, 2, [[null, 'الجزيرة نت - أرشيف']]],
      ['ماذا بعد؟', 1, [['امرأة تحمل جرة ماء على طريق ترابي', 'الفرنسية']]],
      ['مخيمات (داداب) المكتظة', 1, []],
    ]);
  });

  it('reads a page without a byline, images or headings, with Arabic-Indic digits', () => {
    const page = expectPage(`
title        | أسعار النفط ترتفع بعد قرار أوبك
             |
reading-time | ٤ دقائق للقراءة
             |
paragraph    | ارتفعت أسعار النفط اليوم الأربعاء بنسبة ٢٪.
paragraph    | وجاء الارتفاع بعد قرار التحالف خفض الإنتاج.
             |
paragraph    | وتوقع محللون استمرار الصعود.
`);
    expect(page).toEqual({
      title: 'أسعار النفط ترتفع بعد قرار أوبك',
      byline: null,
      statedReadingTimeMinutes: 4,
      sections: [
        {
          heading: null,
          paragraphs: [
            'ارتفعت أسعار النفط اليوم الأربعاء بنسبة ٢٪.',
            'وجاء الارتفاع بعد قرار التحالف خفض الإنتاج.',
            'وتوقع محللون استمرار الصعود.',
          ],
          images: [],
        },
      ],
    });
  });

  it('reads a byline that stands only beside the reading time', () => {
    const page = expectPage(`
title        | المنتخب المغربي يبلغ نصف النهائي
             |
reading-time | كتب أحمد بن يوسف - الرباط دقيقة للقراءة
             |
paragraph    | بلغ المنتخب المغربي نصف النهائي بفوزه على ضيفه.
             |
paragraph    | وسجل الهدف الوحيد المهاجم الشاب في الدقيقة 88.
             |
heading      | فرحة في الشوارع
             |
paragraph    | واحتفل الآلاف حتى الفجر!
             |
caption      | مشجعون (يمين) يحتفلون مع لاعبي الفريق (الأوروبية)
caption      | احتفالات في ساحة جامع الفنا (رويترز)
`);
    expect(page.byline).toBe('أحمد بن يوسف - الرباط');
    expect(page.statedReadingTimeMinutes).toBe(1);
    expect(page.sections[1]?.images).toEqual([
      { alt: null, caption: 'مشجعون (يمين) يحتفلون مع لاعبي الفريق', credit: 'الأوروبية' },
      { alt: null, caption: 'احتفالات في ساحة جامع الفنا', credit: 'رويترز' },
    ]);
  });

  it('reads a page without empty lines', () => {
    const page = expectPage(`
title        | انطلاق معرض الكتاب في الدوحة
byline       | فريق الثقافة
reading-time | كتب فريق الثقافة ٢ دقائق للقراءة
paragraph    | انطلقت اليوم فعاليات معرض الدوحة الدولي للكتاب.
alt          | زوار المعرض يتجولون بين أجنحة دور النشر العربية في اليوم الأول
caption      | زوار في اليوم الأول من معرض الدوحة الدولي للكتاب (الجزيرة)
heading      | ضيف الشرف
paragraph    | وتحل سلطنة عمان ضيف شرف على الدورة الحالية.
paragraph    | ويشارك في المعرض أكثر من 500 ناشر.
furniture    | شارك هذا المقال
furniture    | اترك ردا
`);
    expect(outlineOf(page)).toEqual([
      [null, 1, [['زوار المعرض يتجولون بين أجنحة دور النشر العربية في اليوم الأول', 'الجزيرة']]],
      ['ضيف الشرف', 2, []],
    ]);
  });

  it('reads a page whose every line end was doubled', () => {
    const page = expectPage(`
title        | قمة عربية طارئة في المنامة
             |
             |
             |
byline       | بقلم: ليلى حداد
             |
reading-time | مدة القراءة: 6 دقائق
             |
             |
             |
paragraph    | تنعقد القمة غدا الخميس بحضور القادة العرب.
             |
             |
             |
alt          | قاعة المؤتمرات
             |
caption      | القاعة التي تستضيف القمة (الأناضول)
             |
             |
             |
heading      | جدول الأعمال
             |
             |
             |
paragraph    | يتصدر جدول الأعمال ملف إعادة الإعمار.
`);
    expect(page.byline).toBe('ليلى حداد');
    expect(page.statedReadingTimeMinutes).toBe(6);
    expect(outlineOf(page)).toEqual([
      [null, 1, [['قاعة المؤتمرات', 'الأناضول']]],
      ['جدول الأعمال', 1, []],
    ]);
  });

  it('keeps a standfirst as the first paragraph, and leaves the time stamp to the furniture', () => {
    const page = expectPage(`
furniture    | الرئيسية
title        | خبراء: الذكاء الاصطناعي يغير غرف الأخبار
paragraph    | تقرير جديد يرصد كيف تستخدم الصحف العربية الأدوات الحديثة في التحرير والترجمة
byline       | إعداد: منى السيد
furniture    | الثلاثاء 11 يونيو/حزيران 2024
reading-time | قراءة في 7 دقائق
             |
paragraph    | قال خبراء إن الأدوات الجديدة سرعت العمل:
paragraph    | - الترجمة الفورية
paragraph    | - تفريغ المقابلات
             |
paragraph    | لكنهم حذروا من الأخطاء.
             |
heading      | ثقة القراء
paragraph    | وأظهر استطلاع أن نصف القراء لا يثقون بما تكتبه الآلة.
             |
furniture    | اقرأ أيضا: الصحافة والآلة
             |
furniture    | جميع الحقوق محفوظة © 2024
`);
    expect(page.byline).toBe('منى السيد');
    expect(page.sections.map(({ heading }) => heading)).toEqual([null, 'ثقة القراء']);
    expect(page.sections[0]?.paragraphs).toHaveLength(5);
  });

  it('reads a Persian page', () => {
    const page = expectPage(`
title        | کشف کتیبه‌ای تازه در تخت جمشید
             |
byline       | نویسنده: مریم رضایی
reading-time | زمان مطالعه: ۸ دقیقه
             |
paragraph    | باستان‌شناسان از کشف کتیبه‌ای تازه خبر دادند.
             |
caption      | نمایی از تخت جمشید (ایرنا)
             |
heading      | متن کتیبه
             |
paragraph    | متن کتیبه به سه زبان نوشته شده است.
             |
furniture    | دیدگاهتان را بنویسید
furniture    | نشانی ایمیل شما منتشر نخواهد شد. بخش‌های موردنیاز علامت‌گذاری شده‌اند *
`);
    expect(page.byline).toBe('مریم رضایی');
    expect(page.statedReadingTimeMinutes).toBe(8);
    expect(outlineOf(page)).toEqual([
      [null, 1, [[null, 'ایرنا']]],
      ['متن کتیبه', 1, []],
    ]);
  });

  it('takes ornaments for furniture, and for a gap between blocks', () => {
    const page = expectPage(`
title        | افتتاح خط المترو الجديد
furniture    | ‏
byline       | هيئة التحرير
furniture    | * * *
paragraph    | افتتح الوزير الخط الجديد.
furniture    | ———
alt          | عربة مترو
caption      | محطة المترو الجديدة (وكالة الأنباء)
furniture    | * * *
heading      | أبرز المحطات:
paragraph    | يضم الخط عشر محطات.
furniture    | إعلان
paragraph    | ويمتد 20 كيلومترا.
`);
    expect(page.sections[0]?.images[0]?.alt).toBe('عربة مترو');
    expect(page.sections[1]?.paragraphs).toHaveLength(2);
  });

  it('reads a writer, a paper and a town as one byline', () => {
    const page = expectPage(`
title        | مزارعو الزيتون يشكون الجفاف
             |
byline       | محمد عبد الله الحاج - الجزيرة نت - تونس
             |
paragraph    | يشكو المزارعون من قلة المطر.
             |
heading      | موسم صعب
             |
caption      | أشجار زيتون في صفاقس (الجزيرة)
             |
paragraph    | وتراجع الإنتاج إلى النصف.
`);
    expect(page.byline).toBe('محمد عبد الله الحاج - الجزيرة نت - تونس');
  });
});

describe('parseTextPage on pages in mixed scripts', () => {
  it('reads a Latin name and Latin credits in an Arabic page', () => {
    const page = expectPage(`
title        | شركة OpenAI تطلق نموذجا جديدا
byline       | Jane Doe
reading-time | كتب Jane Doe 5 دقائق للقراءة
             |
paragraph    | أطلقت شركة OpenAI نموذجا جديدا أمس (GPT).
             |
caption      | مقر الشركة في سان فرانسيسكو (Getty Images)
             |
heading      | ما الجديد في GPT؟
             |
paragraph    | يقول المطورون إنه "أسرع مرتين".
`);
    expect(page.byline).toBe('Jane Doe');
    expect(page.sections[0]?.images[0]?.credit).toBe('Getty Images');
    expect(page.sections[1]?.heading).toBe('ما الجديد في GPT؟');
  });
});
