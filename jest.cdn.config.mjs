import { common } from './jest.config.mjs';

/** The tests behind a real Varnish: `npm run test:cdn`, which builds the service first. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/cdn/**/*.test.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
