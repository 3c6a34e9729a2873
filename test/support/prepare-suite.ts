import 'reflect-metadata';
import fc from 'fast-check';

// Libraries run as they do in production: elsewhere graphql-js checks the types of values at length,
// which takes a fifth of the differential test.
process.env['NODE_ENV'] = 'production';

// Properties draw the same values in each run, so that a change is judged by what it changes.
// `FAST_CHECK_SEED=$RANDOM npm test` looks for counterexamples elsewhere.
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_127),
});
