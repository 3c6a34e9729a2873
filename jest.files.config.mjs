import { common } from './jest.config.mjs';

/** The tests of pictures' files that exiftool makes and judges: `npm run test:files`. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/files/**/*.test.ts'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
