import { phraseSet } from '../phrases';

/**
 * One language's words of captions and credits.
 *
 * Shape: every list holds words or phrases as pages write them; they are compared folded, without
 * punctuation. A key that a language does not need is left out.
 */
interface CreditWords {
  /** Words before the name of a photographer or an agency. */
  readonly credit?: readonly string[];
  /** Words after the name, as Chinese and Japanese write them. */
  readonly creditEnds?: readonly string[];
  /** Labels before a colon that tell where the news came from, or how it is filed. */
  readonly sourceLabels?: readonly string[];
  /** Labels of a line that holds an image's source alone. */
  readonly imageSources?: readonly string[];
  /** Labels of a line that holds an image's caption alone. */
  readonly imageCaptions?: readonly string[];
  /** News and photo agencies as credits name them. */
  readonly agencies?: readonly string[];
}

const ar: CreditWords = {
  credit: [
    ...['تصوير', 'صورة', 'الصورة', 'عدسة', 'المصور', 'بعدسة'],
    ...['مصدر الصورة', 'تصوير فوتوغرافي', 'صورة أرشيفية', 'صور خاصة'],
    ...['أرشيف', 'أرشيفية', 'صورة من'],
  ],
  sourceLabels: [
    ...['المصدر', 'المصادر', 'مصدر', 'الوسوم', 'وسوم', 'كلمات مفتاحية'],
    ...['كلمات دلالية', 'التصنيف', 'الكلمات المفتاحية', 'القسم'],
    ...['رابط مختصر', 'الرابط المختصر', 'هاشتاغ'],
  ],
  imageSources: ['صدر الصورة', 'مصدر الصورة', 'صورة من'],
  imageCaptions: ['التعليق على الصورة', 'تعليق الصورة', 'شرح الصورة', 'كلام الصورة'],
  agencies: [
    ...['رويترز', 'الأناضول', 'الفرنسية', 'فرانس برس', 'أ ف ب', 'أ.ف.ب'],
    ...['ا ف ب', 'أ ب', 'أ.ب', 'د ب أ', 'د.ب.أ', 'أسوشيتد برس'],
    ...['أسوشييتد برس', 'الأوروبية', 'الألمانية', 'الأميركية', 'غيتي'],
    ...['جيتي', 'غيتي إيميجز', 'جيتي إيميجز', 'غيتي إيماجز', 'الجزيرة'],
    ...['الجزيرة نت', 'وكالات', 'وكالة', 'شينخوا', 'سبوتنيك', 'سانا'],
    ...['واس', 'بترا', 'وام', 'بنا', 'قنا', 'كونا', 'وفا', 'إكس', 'إ ب أ'],
    ...['إ.ب.أ', 'الشرق الأوسط', 'مواقع التواصل'],
    ...['مواقع التواصل الاجتماعي', 'أرشيفية', 'أرشيف', 'صورة أرشيفية'],
    ...['شترستوك', 'الوكالة الوطنية', 'خاص', 'وكالة الأنباء', 'بي بي سي'],
    ...['المصدر'],
  ],
};

const en: CreditWords = {
  credit: [
    ...['photo', 'photograph', 'photography', 'picture', 'credit', 'image'],
    ...['photo by', 'photo credit', 'image credit', 'picture credit'],
    ...['photograph by', 'illustration', 'illustration by', 'graphic'],
    ...['courtesy', 'courtesy of', 'file', 'file photo', 'image source'],
    ...['composite', 'handout', 'photo courtesy of', 'screengrab'],
  ],
  sourceLabels: [
    ...['source', 'sources', 'tags', 'topics', 'filed under', 'categories'],
    ...['category', 'keywords', 'tag'],
  ],
  imageSources: ['image source', 'image copyright', 'photo source'],
  imageCaptions: ['image caption', 'media caption'],
  agencies: [
    ...['reuters', 'afp', 'ap', 'ap photo', 'associated press'],
    ...['the associated press', 'getty', 'getty images', 'epa', 'epa-efe'],
    ...['epa/efe', 'efe', 'dpa', 'ansa', 'xinhua', 'shutterstock', 'alamy'],
    ...['pa', 'pa media', 'pa wire', 'pa images', 'bloomberg', 'anadolu'],
    ...['anadolu agency', 'al jazeera', 'the guardian'],
    ...['the new york times', 'istock', 'unsplash', 'zuma', 'zuma press'],
    ...['sipa', 'imago', 'picture alliance', 'rex', 'press association'],
    ...['tass', 'kyodo', 'yonhap', 'nurphoto', 'afp via getty images'],
    ...['file', 'file photo', 'file image', 'archive', 'pool'],
    ...['archive photo', 'handout', 'supplied', 'courtesy', 'social media'],
    ...['screengrab', 'pexels', 'upi', 'usa today', 'wam', 'sana', 'bbc'],
    ...['nasa', 'maxar', 'usa today sports', 'wikimedia commons', 'flickr'],
    ...['planet labs', 'handout via reuters', 'x'],
  ],
};

const fa: CreditWords = {
  credit: ['عکس', 'عکاس', 'منبع عکس', 'تصویر', 'عکس از', 'منبع تصویر'],
  sourceLabels: ['منبع', 'برچسب‌ها', 'کد خبر', 'شناسه خبر', 'برچسب ها', 'کلیدواژه‌ها'],
  imageSources: ['منبع تصویر', 'منبع عکس'],
  imageCaptions: ['توضیح تصویر', 'شرح عکس'],
  agencies: [
    ...['ایرنا', 'ایسنا', 'مهر', 'فارس', 'تسنیم', 'رویترز', 'آرشیو'],
    ...['خبرآنلاین', 'ایلنا', 'شانا', 'برنا', 'میزان', 'آسوشیتدپرس'],
    ...['فرانس پرس', 'گتی'],
  ],
};

const ur: CreditWords = {
  credit: ['تصویر', 'فوٹو', 'فوٹوگرافر', 'تصویر بشکریہ', 'تصاویر'],
  sourceLabels: ['ماخذ', 'بشکریہ', 'ٹیگز', 'ذریعہ'],
  imageSources: ['تصویر کا ذریعہ', 'تصویر کا ماخذ'],
  imageCaptions: ['تصویر کا کیپشن', 'کیپشن'],
  agencies: [
    ...['روئٹرز', 'رائٹرز', 'اے ایف پی', 'اے پی', 'گیٹی', 'گیٹی امیجز'],
    ...['آئی ایس پی آر', 'بی بی سی', 'فائل'],
  ],
};

const he: CreditWords = {
  credit: ['צילום', 'צילומים', 'צלם', 'קרדיט', 'תמונה', 'באדיבות', 'עריכה', 'איור'],
  sourceLabels: ['מקור', 'תגיות'],
  agencies: [
    ...['רויטרס', 'אי אף פי', 'איי פי', 'גטי', 'דובר צה"ל', 'ap', 'afp'],
    ...['epa', 'gettyimages', 'getty images', 'לע"מ', 'פלאש 90'],
    ...['shutterstock', 'ארכיון', 'מתוך'],
  ],
};

const fr: CreditWords = {
  credit: [
    ...['photo', 'crédit', 'crédits', 'crédit photo', 'photographie'],
    ...['photo de', 'illustration', 'image', 'dessin'],
  ],
  sourceLabels: ['source', 'sources', 'mots-clés', 'thèmes', 'tags'],
  imageSources: ['crédit photo', 'source image'],
  agencies: [
    ...['afp', 'reuters', 'ap', 'sipa', 'maxppp', 'abaca', 'hans lucas'],
    ...['agence vu', 'agence france-presse', 'le monde', 'belga'],
    ...['keystone', 'divergence', 'myop', 'rea', 'gamma-rapho', 'archives'],
  ],
};

const de: CreditWords = {
  credit: [
    ...['foto', 'bild', 'fotograf', 'symbolbild', 'archivbild', 'grafik'],
    ...['bildrechte', 'archivfoto', 'illustration', 'foto von'],
    ...['bildquelle'],
  ],
  sourceLabels: ['quelle', 'quellen', 'schlagworte', 'themen'],
  imageSources: ['bildquelle', 'bildrechte'],
  imageCaptions: ['bildunterschrift', 'bildbeschreibung'],
  agencies: [
    ...['dpa', 'afp', 'reuters', 'imago', 'picture alliance', 'epd', 'apa'],
    ...['sid', 'ap', 'getty images', 'keystone', 'archiv', 'dapd', 'ddp'],
    ...['kna', 'privat', 'symbolbild', 'adobe stock', 'stock.adobe.com'],
  ],
};

const es: CreditWords = {
  credit: ['foto', 'fotografía', 'imagen', 'crédito', 'foto de', 'ilustración'],
  sourceLabels: ['fuente', 'fuentes', 'etiquetas', 'temas', 'archivado en'],
  agencies: [
    ...['efe', 'afp', 'reuters', 'europa press', 'ap', 'getty'],
    ...['getty images', 'archivo', 'cedida', 'contacto', 'notimex'],
    ...['cuartoscuro', 'télam'],
  ],
};

const pt: CreditWords = {
  credit: ['foto', 'crédito', 'imagem', 'fotografia'],
  agencies: ['lusa', 'agência brasil', 'folhapress', 'afp', 'reuters'],
};

const it: CreditWords = {
  credit: ['foto', 'immagine', 'fotografia', 'crediti'],
  agencies: ['ansa', 'lapresse', 'afp', 'reuters', 'agi', 'fotogramma'],
};

const tr: CreditWords = {
  credit: [...['fotoğraf', 'foto', 'görsel', 'fotoğraf kaynağı', 'arşiv']],
  sourceLabels: ['kaynak', 'etiketler'],
  imageSources: ['fotoğraf kaynağı', 'görsel kaynağı'],
  imageCaptions: ['fotoğraf altı yazısı', 'görsel altı yazısı'],
  agencies: [
    ...['aa', 'anadolu ajansı', 'dha', 'iha', 'ap', 'afp', 'reuters'],
    ...['arşiv', 'getty images', 'depo photos', 'ntv', 'ajanslar'],
  ],
};

const ru: CreditWords = {
  credit: [
    ...['фото', 'фотография', 'фотограф', 'фотографии', 'снимок'],
    ...['иллюстрация', 'изображение'],
  ],
  sourceLabels: ['источник', 'теги', 'источники', 'темы', 'метки'],
  imageSources: ['автор фото', 'источник изображения'],
  imageCaptions: ['подпись к фото'],
  agencies: [
    ...['риа новости', 'тасс', 'рейтер', 'афп', 'getty images', 'reuters'],
    ...['коммерсантъ', 'интерфакс', 'рбк', 'архив', 'известия', 'шедеврум'],
    ...['пресс-служба', 'ap', 'afp'],
  ],
};

const zh: CreditWords = {
  credit: ['摄影', '图片来源', '图源', '图', '供图', '图片', '摄影师', '照片'],
  creditEnds: ['摄', '供图', '拍摄', '发', '摄影', '制图'],
  sourceLabels: ['来源', '稿源', '标签', '关键词', '信息来源', '文章来源', '新闻来源'],
  imageSources: ['图片来源', '图源'],
  imageCaptions: ['图像加注文字', '图片说明'],
  agencies: [
    ...[
      '新华社',
      '新华社发',
      '中新社',
      '路透社',
      '法新社',
      '美联社',
      '视觉中国',
      '人民网',
      '央视新闻',
    ],
    ...['资料图', '资料图片', '新华网', '路透', '共同社', '中国新闻网', 'getty images'],
  ],
};

const ja: CreditWords = {
  credit: ['写真', '撮影', '画像', '提供', '写真提供', '撮影者', 'イラスト', '写真は'],
  creditEnds: ['撮影', '提供', '写す', '写真'],
  sourceLabels: ['出典', 'タグ', '引用元', 'キーワード', '情報元'],
  imageSources: ['画像提供', '写真提供'],
  imageCaptions: ['画像説明', '写真説明'],
  agencies: [
    ...['共同', '共同通信', '時事', '時事通信', 'ロイター', 'afp', 'ap', 'ゲッティ', '資料写真'],
    ...[
      '読売新聞',
      '朝日新聞',
      '毎日新聞',
      'afp時事',
      '代表撮影',
      'ロイター共同',
      'ap共同',
      '新華社',
    ],
    ...['nhk', '日本経済新聞'],
  ],
};

/** Every language whose words of credits are known; another one is a constant here. */
const languages: readonly CreditWords[] = [
  ...[ar, en, fa, ur, he, fr, de, es, pt, it, tr, ru, zh, ja],
];

/** The phrases of all languages under a key, folded as lines are compared. */
export function creditPhrasesOf(key: keyof CreditWords): ReadonlySet<string> {
  return phraseSet(...languages.flatMap((words) => words[key] ?? []));
}
