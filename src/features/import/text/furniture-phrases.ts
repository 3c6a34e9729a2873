import { phraseSet } from './word-tokens';

// The words of news sites' own machinery, which stand around articles on any subject.

/** Verbs that open a row of share buttons. */
export const SHARE = phraseSet(
  ...['شارك', 'شاركه', 'شاركها', 'مشاركة', 'شاركوا', 'انشر', 'share', 'tweet', 'partager'],
  ...['partagez', 'compartir', 'compartilhar', 'condividi', 'teilen', 'paylaş', 'اشتراک'],
);

/** What may follow such a verb: the thing shared, and where to. */
export const SHARED = phraseSet(
  ...['المقال', 'المقالة', 'الخبر', 'الموضوع', 'القصة', 'التقرير', 'الصفحة', 'المنشور'],
  ...['هذا', 'هذه', 'على', 'عبر', 'في', 'مع', 'الأصدقاء', 'أصدقائك', 'الآن', 'مواقع'],
  ...['التواصل', 'الاجتماعي', 'this', 'the', 'article', 'story', 'post', 'page', 'news', 'on'],
  ...['via', 'with', 'to', 'your', 'friends', 'now', 'article', 'cet', 'sur', 'este', 'artículo'],
  ...['en', 'artikel', 'auf', 'haberi', 'گذاری', 'کنید', 'بگذارید', 'social', 'media', 'and', 'or'],
);

/** Where to, and what else stands in that row. */
export const NETWORKS = phraseSet(
  ...['فيسبوك', 'تويتر', 'إكس', 'واتساب', 'تليغرام', 'تلغرام', 'تيليجرام', 'لينكدإن', 'لينكد'],
  ...['إن', 'بريد', 'البريد', 'إلكتروني', 'الإلكتروني', 'ماسنجر', 'facebook', 'twitter', 'x'],
  ...['whatsapp', 'telegram', 'linkedin', 'email', 'e-mail', 'mail', 'messenger', 'reddit'],
  ...['pinterest', 'instagram', 'threads', 'bluesky', 'طباعة', 'print', 'نسخ', 'انسخ', 'الرابط'],
  ...['copy', 'link', 'حفظ', 'save', 'bookmark', 'e', 'url'],
);

/** Verbs that open a comment form. */
export const COMMENT_VERBS = phraseSet(
  ...['اترك', 'أضف', 'اكتب', 'ضع', 'شارك', 'شاركنا', 'شاركونا', 'إضافة', 'leave', 'post', 'add'],
  ...['write', 'submit', 'join', 'start', 'be', 'laisser', 'laissez', 'ajouter', 'deja', 'dejar'],
  ...['escribe', 'deixe', 'lascia', 'schreibe', 'schreiben', 'hinterlasse', 'bir', 'yorum'],
);

/** The thing that the form takes; with one of the verbs before it. */
export const COMMENT_NOUNS = phraseSet(
  ...['تعليق', 'تعليقا', 'تعليقك', 'تعليقاتك', 'تعليقكم', 'التعليق', 'رد', 'ردا', 'ردك', 'رأيك'],
  ...['رأيكم', 'برأيك', 'برأيكم', 'بتعليقك', 'آراءكم', 'بآرائكم'],
  ...['comment', 'comments', 'reply', 'discussion', 'conversation', 'commentaire', 'réponse'],
  ...['comentario', 'comentário', 'respuesta', 'commento', 'Kommentar', 'yorum', 'yap', 'yazın'],
);

/** What may stand beside them. */
export const COMMENT_FILLERS = phraseSet(
  ...[
    'هنا',
    'على',
    'المقال',
    'الخبر',
    'الموضوع',
    'هذا',
    'في',
    'إلغاء',
    'الرد',
    'جديد',
    'جديدا',
    'a',
    'an',
  ],
  ...['your', 'the', 'first', 'to', 'here', 'below', 'on', 'this', 'article', 'story', 'post'],
  ...['cancel', 'new', 'un', 'una', 'uma', 'tu', 'einen', 'bir', 'cevap', 'you'],
);

/** Lines of a comment form that are no such sentence. */
export const COMMENT_LINES = phraseSet(
  ...['comments are closed', 'التعليقات مغلقة', 'دیدگاهتان را بنویسید', 'نظر بدهید'],
  ...[
    'kommentar schreiben',
    'kommentar hinterlassen',
    'ارسال دیدگاه',
    'لغو پاسخ',
    'قواعد التعليق',
    'شروط التعليق',
  ],
);

/** What stands above the readers' comments, with their number. */
export const COMMENTS = phraseSet(
  ...['التعليقات', 'تعليقات', 'تعليق', 'تعليقا', 'تعليقان', 'comments', 'comment', 'replies'],
  ...['commentaires', 'comentarios', 'Kommentare', 'commenti'],
);

/** How the notice of a comment form begins. */
export const NOTICES = phraseSet(
  ...['لن يتم نشر عنوان بريدك', 'لن يتم نشر بريدك', 'لن ينشر عنوان بريدك', 'لن ينشر بريدك'],
  ...['لن يتم إظهار بريدك', 'لن يتم عرض بريدك', 'لن ننشر بريدك', 'لن ننشر عنوان بريدك'],
  ...['عنوان بريدك الإلكتروني لن', 'بريدك الإلكتروني لن', 'البريد الإلكتروني لن'],
  ...['الحقول الإلزامية', 'الحقول المطلوبة', 'الحقول المشار', 'الحقول الضرورية'],
  ...['your email address will not', 'your e-mail address will not', 'your email will not'],
  ...['your e-mail will not', 'your email is never', 'your email address is never'],
  ...['we will not publish your email', 'we will never publish your email', 'required fields'],
  ...['save my name', 'احفظ اسمي', 'enregistrer mon nom', 'guarda mi nombre', 'meinen namen'],
  ...[
    'this site uses akismet',
    'fields marked',
    'fields with',
    'votre adresse e-mail ne',
    'les champs obligatoires',
  ],
  ...['tu dirección de correo electrónico no', 'los campos obligatorios', 'deine e-mail-adresse'],
  ...['ihre e-mail-adresse', 'erforderliche felder', 'e-posta adresiniz', 'gerekli alanlar'],
  ...['نشانی ایمیل شما', 'بخش‌های موردنیاز', 'o seu endereço de e-mail', 'il tuo indirizzo email'],
);

/** Lines that are furniture wherever they stand. */
export const ANYWHERE = phraseSet(
  ...['إعلان', 'إعلانات', 'advertisement', 'advertisements', 'ad', 'skip to content'],
  ...['skip to main content', 'اقرأ أيضا', 'إقرأ أيضا', 'اقرأ المزيد', 'مقالات ذات صلة'],
  ...['مواضيع ذات صلة', 'أخبار ذات صلة', 'قد يهمك أيضا', 'related articles', 'related stories'],
  ...['read also', 'also read', 'read more', 'you may also like', 'recommended stories'],
  ...['استمع إلى المقال', 'استمع للمقال', 'listen to this article'],
);

/** Lines that are furniture only before the title or after the last of the body. */
export const AT_THE_EDGES = phraseSet(
  ...['الرئيسية', 'القائمة', 'home', 'menu', 'search', 'بحث', 'الوسوم', 'وسوم', 'tags', 'topics'],
  ...['كلمات مفتاحية', 'كلمات دلالية'],
  ...['related', 'المزيد', 'more', 'اشترك', 'subscribe', 'sign in', 'log in', 'تسجيل الدخول'],
  ...['تابعنا', 'follow us', 'النشرة البريدية', 'newsletter', 'most read', 'الأكثر قراءة'],
);

/** How lines begin that are furniture only there. */
export const EDGE_BEGINNINGS = phraseSet(
  ...['جميع الحقوق محفوظة', 'حقوق النشر', 'all rights reserved', 'copyright', 'we use cookies'],
  ...['this site uses cookies', 'نستخدم ملفات تعريف الارتباط', 'يستخدم هذا الموقع', 'تابعوا'],
  ...['sign up for', 'subscribe to', 'اشترك في', 'follow us on', 'تابعنا على'],
);

/** Labels that stand before a colon and tell where the news came from, or what else to read. */
export const EDGE_LABELS = phraseSet(
  ...['المصدر', 'المصادر', 'source', 'sources', 'الوسوم', 'كلمات مفتاحية', 'tags', 'topics'],
);

/** Labels that stand before a colon and send the reader to another article. */
export const LINK_LABELS = phraseSet(
  ...['اقرأ أيضا', 'إقرأ أيضا', 'اقرأ المزيد', 'شاهد أيضا', 'related', 'read also', 'also read'],
  ...['read more', 'see also'],
);
