/** Variants of a letter, by the letter: `'ه ← ھہ'` says that both are a heh to a reader. */
const letterVariants: readonly string[] = [
  'ا ← آأإٱٲٳݳݴࡰࡱࡲࡳࡴࡵࡶࡷࡸࡹࡺࡻࡼࡽࡾࡿࢀࢁࢂࢭ',
  'ي ← ىؠؽؾؿیۍێېۑےۓݵݶݷݺݻࢆࢨࢩࢬࢺ',
  'ه ← ةھۀہۂۃەۿ',
  'ك ← ػؼکڪڮݤݿࢍࣂ',
  'ء ← ٴ',
  // Sindhi and Maghribi letters, and those of African Quran prints: the same letter, dotted otherwise.
  'ت ← ٺ',
  'ن ← ڻࢽ',
  'ف ← ڡڢࢻ',
  'ق ← ٯڧࢼ',
  'و ← ࢱ',
];

/**
 * Letters of other alphabets that stand for other sounds, by the Arabic letter that they are drawn
 * from: a reader tells them apart, and a dodger writes one for the other.
 */
const lookalikes: readonly string[] = [
  'ب ← ٮٻپڀݐݑݒݓݔݕݖࢠࢡࢶࢷࢾ',
  'ت ← ٹټٽٿࢸࢿࣀ',
  'ج ← چڃڄڇڿࢢࣁࣅࣆ',
  'ح ← ځڂڅݗݘݮݯݲݼࢊ',
  'د ← ڈډڊڋڌڍڎڏڐۮݙݚࢮ',
  'ر ← ڑڒړڔڕږڗڙۯݛݫݬݱࢪࢹ',
  'ز ← ژࢲ',
  'س ← ښڛݜݭݰݽݾ',
  'ش ← ڜۺ',
  'ص ← ڝڞࢯ',
  'ض ← ۻ',
  'ط ← ڟࢋࢌࢣ',
  'ع ← ڠݝݞݟࢳ',
  'غ ← ۼࣃ',
  'ف ← ڣڤڥڦݠݡࢤ',
  'ق ← ڨࢥࢵࣄ',
  'ك ← ګڬڭگڰڱڲڳڴݢݣࢰࢴࣈ',
  'ل ← ڵڶڷڸݪࢦࣇ',
  'م ← ݥݦࢧ',
  'ن ← ڹںڼڽݧݨݩࢉ',
  'و ← ۄۅۆۇۈۉۊۋۏݸݹࢫ',
];

/**
 * The Arabic letter that a letter is a variant of: one alef, yeh, heh, kaf and hamza, whichever
 * keyboard wrote them (Persian, Urdu, Pashto, Kurdish, Uyghur, Sindhi).
 *
 * Source: The Unicode Standard, chapter 9.2; ArabicShaping.txt of the Unicode Character Database
 * (joining groups); the Persian and Arabic normalizers of Lucene map some of these alike.
 */
export const arabicVariants: ReadonlyMap<string, string> = readTable(letterVariants);

/** The Arabic letter that a letter of another alphabet is drawn from, such as ب for پ. */
export const arabicLookalikes: ReadonlyMap<string, string> = readTable(lookalikes);

function readTable(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [letter = '', variants = ''] = line.split(' ← ');
      return Array.from(variants, (variant): [string, string] => [variant, letter]);
    }),
  );
}
