import { common } from './jest.config.mjs';

/** The tests in a real browser: `npm run test:browser`, which builds the service first. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
