import { dropHamzas, foldText } from '../../../lib/text';

/**
 * Words that stand in every article and every question: particles, prepositions, pronouns,
 * auxiliaries, question words. Written as they are spelled; compared through the fold.
 */
const arabic = `
في من إلى على عن مع حتى منذ مذ خلال عبر لدى لدي نحو ضد دون بدون
هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك ذاك أولئك ذا
الذي التي اللذان اللذين اللتان اللتين الذين اللاتي اللواتي اللائي
أنا نحن أنت أنتم أنتن هو هي هم هن هما
له لها لهم لهن لهما لي لنا لك لكم به بها بهم بهما بهن بي بنا بك بكم
فيه فيها فيهم فيهما فينا منه منها منهم منهما منهن منا منك مني
عليه عليها عليهم عليهما علينا عليك علي إليه إليها إليهم إلينا إليك
عنه عنها عنهم عنا معه معها معهم معنا بينه بينها بينهم بينهما
لديه لديها لديهم لدينا عنده عندها عندهم عندنا
ما ماذا متى أين كيف كم لماذا لما هل أي أية أيا بم بما مما فيما عما لم ممن عمن
أن إن أنه أنها أنهم إنه إنها إنهم أنني إنني كأن كأنه لأن لأنه لأنها لأنهم لكن لكنه لكنها لعل ليت
لا لن ليس ليست ليسوا لست غير سوى إلا سوف قد لقد
كان كانت كانوا كنت كنا يكون تكون يكونون نكون أكون كون كونه كونها
و أو أم ثم بل إذ إذا إذن لو لولا كي لكي حين حينما عندما بينما كلما حيث كما مثل
عند بين بعد قبل فوق تحت أمام خلف وراء ضمن حول كل كلا كلتا بعض جميع أيضا فقط هنا هناك ثمة
أكثر أقل جدا تم يتم تمت مهما أينما إما أما ها يا أيها أيتها نعم كلا
`;

/** Conjunctions that are written onto the word. */
const conjunctions = ['و', 'ف'];

/** Words of their own that look like a conjunction before a stop word. */
const notPrefixed = wordSet('فهم فلم وهم وعي وصل');

const english = `
a an the and or but nor so yet if then than as at by for from in into of off on onto out over to
under up with without within about above after against again all am any are aren't be because been
before being below between both can can't cannot could couldn't did didn't do does doesn't doing
don't down during each few further had hadn't has hasn't have haven't having he he'd he'll he's her
here here's hers herself him himself his how how's i i'd i'll i'm i've isn't is it it's its itself
let's me more most my myself no not only other our ours ourselves own same she she'd she'll she's
should shouldn't some such that that's their theirs them themselves there there's these they they'd
they'll they're they've this those through too until very was wasn't we we'd we'll we're we've were
weren't what what's when when's where where's which while who who's whom whose why why's will won't
would wouldn't you you'd you'll you're you've your yours yourself yourselves
`;

const arabicWords = wordSet(arabic);
const englishWords = wordSet(english);

/**
 * Whether a word says nothing about what is searched for, with و or ف in front of it too.
 *
 * Shape: a word that `foldText` and `dropHamzas` have folded.
 * Cost: constant.
 */
export function isStopWord(word: string): boolean {
  if (arabicWords.has(word) || englishWords.has(word)) return true;
  if (notPrefixed.has(word)) return false;
  return conjunctions.some(
    (letter) => word.startsWith(letter) && arabicWords.has(word.slice(letter.length)),
  );
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(dropHamzas(foldText(list)).split(/\s+/u).filter(Boolean));
}
