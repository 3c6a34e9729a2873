export { createIdMaker, type IdMaker, type RandomSource, readIdPrefix } from './id-maker';
