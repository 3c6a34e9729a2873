/** What every project shares: TypeScript goes through SWC, which checks no types. */
export const common = {
  testEnvironment: '<rootDir>/test/support/test-environment.mjs',
  roots: ['<rootDir>/test'],
  // Before any class with decorators is loaded, as src/main.ts does it.
  setupFiles: ['<rootDir>/test/support/prepare-suite.ts'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

const isPostgres = process.env.MAQAL_TEST_DATABASE === 'postgres';

/** One suite, two databases: MAQAL_TEST_DATABASE=postgres runs the same files on TEST_DATABASE_URL. */
export default {
  projects: [
    {
      ...common,
      displayName: 'in-process',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '<rootDir>/test/browser/',
        '<rootDir>/test/cdn/',
        '<rootDir>/test/clients/',
        '<rootDir>/test/e2e/',
        '<rootDir>/test/files/',
        '<rootDir>/test/postgres/',
        '<rootDir>/test/sqlite/',
      ],
    },
    {
      ...common,
      displayName: 'e2e',
      // test/sqlite and test/postgres are about one engine alone: a file that is backed up, a server
      // that goes away.
      testMatch: [
        '<rootDir>/test/e2e/**/*.test.ts',
        `<rootDir>/test/${isPostgres ? 'postgres' : 'sqlite'}/**/*.test.ts`,
      ],
      // Runs only where one of these tests does: the others need nothing built.
      globalSetup: '<rootDir>/test/support/build-service.mjs',
    },
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
};
