import { nameSkeleton } from '../../../lib/text';

/** A name that readers may not take, and what it looks like. */
export interface ReservedName {
  readonly name: string;
  readonly skeleton: string;
}

/** Articles, titles and prepositions that make no other name of the one behind them. */
const titleWords = `
the a an from by official mr mrs ms miss mx dr prof professor sir madam lord lady rev hon
le la les l un une de du des m mme mlle monsieur madame el los las señor señora sr sra don doña
der die das herr frau il lo gli signor signora sayın bay bayan
من عن بقلم كتب السيد سيد السيدة سيدة الأستاذ أستاذ الأستاذة أستاذة الدكتور دكتور الدكتورة دكتورة
د أ م الشيخ شيخ المهندس مهندس الحاج حاج النائب الوزير معالي سعادة سماحة فضيلة حضرة جناب الأخ الأخت
آقای آقا خانم دکتر استاد محترم محترمة
`;
const titles: ReadonlySet<string> = new Set(
  titleWords.split(/\s+/u).map(nameSkeleton).filter(Boolean),
);

/** Shorter ones begin other names: 'Elena' is no 'the Ena'. */
const minGluedLength = 3;
const gluedTitles = [...titles].filter((title) => title.length >= minGluedLength);

const article = 'ال';
const betweenWords = /[^\p{L}\p{N}\p{M}\p{Cf}]+/u;
/** More than anybody puts before a name. */
const maxTitles = 5;

/** A name with what it looks like. */
export function toReservedName(name: string): ReservedName {
  return { name, skeleton: nameSkeleton(name) };
}

/**
 * What a name looks like, as it is and without each article and title that it begins with: 'The
 * Maqal Staff' looks like 'Maqal Staff', and 'من فريق التحرير' like 'فريق التحرير'.
 *
 * Shape: a checked name; skeletons, the whole name's first; empty for symbols alone.
 */
export function listSkeletons(name: string): string[] {
  const words = name.split(betweenWords).filter(Boolean);
  const skeletons = [nameSkeleton(name)];
  for (let index = 0; index < Math.min(words.length, maxTitles + 1); index += 1) {
    if (index > 0 && !titles.has(nameSkeleton(words[index - 1] ?? ''))) break;
    const rest = words.slice(index).join(' ');
    skeletons.push(nameSkeleton(rest));
    if (rest.startsWith(article)) skeletons.push(nameSkeleton(rest.slice(article.length)));
  }
  const [whole = ''] = skeletons;
  const glued = gluedTitles.filter((title) => whole.startsWith(title));
  skeletons.push(...glued.map((title) => whole.slice(title.length)));
  return [...new Set(skeletons)].filter(Boolean);
}
