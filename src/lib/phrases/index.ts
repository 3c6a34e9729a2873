export { countSharedWords, phraseOf, phraseSet, tokensOf, type WordToken } from './word-tokens';
