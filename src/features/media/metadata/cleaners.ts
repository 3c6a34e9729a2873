import { readCaption, withoutCreditLabel } from '../../../lib/captions';
import { normalizeText, truncateAtGrapheme } from '../../../lib/text';
import { isBoilerplate } from './boilerplate';
import type { FileMetadata, LocalizedText } from './file-metadata';

/** One step of cleaning: a pure function that changes one thing. */
type Pass = (metadata: FileMetadata) => FileMetadata;

/** Units: UTF-16 code units. Together they fit a JPEG's XMP segment, escaped. */
export const maxLength = {
  /** Of IIM's captions. */
  caption: 2000,
  name: 200,
  copyright: 500,
  url: 2000,
} as const;
/** A longer text is cut before it is looked at. */
const maxRawLength = 16_384;
const maxAlternatives = 10;
const maxCreators = 10;

const unwanted = /(?!\p{White_Space})\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD\uFFFE\uFFFF]/gu;
const letterOrNumber = /[\p{L}\p{N}]/u;
const creatorLabel = /^(?:photo(?:graph)?(?:er|ed)?(?:\s*(?:by\s|:))|by\s|تصوير\s*:|عدسة\s*:)\s*/iu;
const copyrightSigns = /^(?:(?:©|\(c\)|copyright\b:?)\s*)+/iu;
const digitalSourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const code = /^[a-z]{3,40}$/iu;

/** What each standard goes through before the first that says something is chosen. */
const sourcePasses: readonly Pass[] = [
  normalize,
  dropBoilerplate,
  dropRepeatedSigns,
  dropLabels,
  dropRepeats,
  keepWebAddresses,
  expandSourceTypes,
];

/** What the whole goes through: here an explicit credit is known, wherever it stood. */
const mergedPasses: readonly Pass[] = [splitCredit, truncate];

/** Cleans what one standard says. */
export function cleanSource(metadata: FileMetadata): FileMetadata {
  return sourcePasses.reduce((cleaned, pass) => pass(cleaned), metadata);
}

/** Cleans what all standards say together. */
export function cleanMerged(metadata: FileMetadata): FileMetadata {
  return mergedPasses.reduce((cleaned, pass) => pass(cleaned), metadata);
}

/** Every text in NFC on one line, without control characters and without what has no letter. */
function normalize(metadata: FileMetadata): FileMetadata {
  return mapTexts(metadata, (text) => {
    const normalized = normalizeText(text.slice(0, maxRawLength).replace(unwanted, ''));
    return letterOrNumber.test(normalized) ? normalized : '';
  });
}

function dropBoilerplate(metadata: FileMetadata): FileMetadata {
  return mapTexts(metadata, (text) => (isBoilerplate(text) ? '' : text));
}

/** '© © AFP' and '(c) Copyright © AFP' are '© AFP'. */
function dropRepeatedSigns(metadata: FileMetadata): FileMetadata {
  const copyrights = mapLocalized(metadata.copyrights, (text) => {
    const signs = copyrightSigns.exec(text)?.[0] ?? '';
    const rest = text.slice(signs.length);
    if (rest === '') return '';
    return signs.trim().includes(' ') || /^\(c\)/iu.test(signs) ? `© ${rest}` : text;
  });
  const credit = metadata.credit?.replace(copyrightSigns, '') ?? null;
  return { ...metadata, copyrights, credit: credit === '' ? null : credit };
}

/** 'Photo by Jane Roe' credits Jane Roe. */
function dropLabels(metadata: FileMetadata): FileMetadata {
  const creators = metadata.creators
    .map((creator) => creator.replace(creatorLabel, ''))
    .filter((creator) => creator !== '');
  const credit = metadata.credit === null ? null : withoutCreditLabel(metadata.credit);
  return { ...metadata, creators, credit };
}

function dropRepeats(metadata: FileMetadata): FileMetadata {
  return {
    ...metadata,
    captions: onePerLanguage(metadata.captions),
    alts: onePerLanguage(metadata.alts),
    copyrights: onePerLanguage(metadata.copyrights),
    creators: [...new Set(metadata.creators)],
  };
}

function keepWebAddresses(metadata: FileMetadata): FileMetadata {
  const url = metadata.rightsUrl;
  return { ...metadata, rightsUrl: url !== null && isWebAddress(url) ? url : null };
}

/** Some programs write the code alone. */
function expandSourceTypes(metadata: FileMetadata): FileMetadata {
  const type = metadata.digitalSourceType;
  if (type === null || isWebAddress(type)) return metadata;
  return { ...metadata, digitalSourceType: code.test(type) ? digitalSourceTypes + type : null };
}

/** 'A street in Gaza (AFP)': the rule by which the importer of texts reads captions. */
function splitCredit(metadata: FileMetadata): FileMetadata {
  const read = metadata.captions.map(({ language, text }) => {
    const { caption, credit } = readCaption(text) ?? { caption: text, credit: '' };
    return { language, text: caption, credit };
  });
  const credit = read.find((one) => one.credit !== '')?.credit ?? null;
  return {
    ...metadata,
    captions: read.map(({ language, text }) => ({ language, text })),
    credit: metadata.credit ?? credit,
  };
}

function truncate(metadata: FileMetadata): FileMetadata {
  const { captions, alts, copyrights, creators, credit } = metadata;
  const shorten = (texts: readonly LocalizedText[], max: number) =>
    mapLocalized(texts.slice(0, maxAlternatives), (text) => truncateAtGrapheme(text, max));
  return {
    ...metadata,
    captions: shorten(captions, maxLength.caption),
    alts: shorten(alts, maxLength.caption),
    copyrights: shorten(copyrights, maxLength.copyright),
    creators: creators
      .slice(0, maxCreators)
      .map((name) => truncateAtGrapheme(name, maxLength.name)),
    credit: credit === null ? null : truncateAtGrapheme(credit, maxLength.name),
  };
}

/** Changes every text; one that becomes empty is left out. */
function mapTexts(metadata: FileMetadata, change: (text: string) => string): FileMetadata {
  const orNull = (text: string | null) => (text === null ? null : change(text) || null);
  return {
    ...metadata,
    captions: mapLocalized(metadata.captions, change),
    alts: mapLocalized(metadata.alts, change),
    copyrights: mapLocalized(metadata.copyrights, change),
    creators: metadata.creators.map(change).filter((creator) => creator !== ''),
    credit: orNull(metadata.credit),
    rightsUrl: orNull(metadata.rightsUrl),
    digitalSourceType: orNull(metadata.digitalSourceType),
  };
}

function mapLocalized(
  texts: readonly LocalizedText[],
  change: (text: string) => string,
): readonly LocalizedText[] {
  return texts
    .map(({ language, text }) => ({ language, text: change(text) }))
    .filter(({ text }) => text !== '');
}

function onePerLanguage(texts: readonly LocalizedText[]): readonly LocalizedText[] {
  return texts.filter(
    ({ language }, index) => texts.findIndex((other) => other.language === language) === index,
  );
}

function isWebAddress(text: string): boolean {
  if (text.length > maxLength.url || !URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}
