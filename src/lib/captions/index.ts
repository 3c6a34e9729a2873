export { type Caption, readBracketed, readCaption } from './caption-line';
export {
  beginsWithCreditLabel,
  isAgency,
  namesSource,
  readCredit,
  readImageCaption,
  readImageSource,
  withoutCreditLabel,
} from './credit-line';
export { creditPhrasesOf } from './credit-words';
