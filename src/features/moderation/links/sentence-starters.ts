import { foldText } from '../../../lib/text';

/** Top-level domains that are words with which a sentence goes on after a full stop. */
const words = `
am as at be best black blue by care cash city cool country date day dog do eat education energy
family food free fun game games gold green group health help here hot house how id in is it joy
kids land law life like live love me meet men money my new news next no now off one open party
people play plus press read red report rest rich run safe sale save science show so social space
star style support talk team to today total town travel trust us vote watch weather win work world
wow yes you zone
al au ba ca de es et ga il im ist je la mu na ne ni nu om pa pm se si su ta ti va ve vi
`;

const arabicWords = `
مصر تونس قطر عمان سوريا سورية المغرب الجزائر العراق الأردن فلسطين السودان السعودية موريتانيا
اليمن البحرين ليبيا لبنان الكويت عرب ایران پاکستان بھارت مليسيا
`;

/** Folded. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  foldText(`${words} ${arabicWords}`).split(/\s+/u).filter(Boolean),
);
