export { decodeUtf8, MalformedUtf8 } from './decode-utf8';
export { type DecodedLine, splitLines } from './split-lines';
