export {
  createIdMaker,
  type IdMaker,
  lowestIdAt,
  type RandomSource,
  readIdPrefix,
} from './id-maker';
