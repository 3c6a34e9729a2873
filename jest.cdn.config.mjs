import { common } from './jest.config.mjs';

/** The tests behind a real Varnish and a real nginx: `npm run test:cdn`, which builds the service first. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/cdn/**/*.test.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
