// The rooms of src (docs/architecture.md) as rules on imports, type imports included.
// test/architecture/imports.test.ts runs them, and shows for each that it catches what it forbids.

/** Features from left to right: each may import those before it, never one behind it. */
const features = [
  'access',
  'tag',
  'media',
  'image',
  'section',
  'article',
  'revision',
  'preview',
  'commenter',
  'submission',
  'decision',
  'moderation',
  'comment',
  'structured-data',
  'report',
  'review',
  'receipt',
  'commenter-privacy',
  'comment-import',
  'search',
  'import',
];

/** Rooms from the bottom to the top: none may import one above it. */
const rooms = ['lib', 'platform', 'features', 'graphql', 'http', 'app', 'cli', 'main'];

const anyOf = (names) => `(${names.join('|')})`;
const inRooms = (names) => `^src/${anyOf(names)}(/|\\.ts$)`;
/** An npm package, whether it is installed or not. */
const inPackage = (name) => `(^|node_modules/)${name}(/|$)`;

const orderOfRooms = rooms.slice(0, -1).map((room, index) => ({
  name: `${room}-points-down`,
  comment: 'One arrow: HTTP, GraphQL, resolver, service or loader, repository, database.',
  severity: 'error',
  from: { path: inRooms([room]) },
  to: { path: inRooms(rooms.slice(index + 1)) },
}));

const orderOfFeatures = features.slice(0, -1).map((feature, index) => ({
  name: `${feature}-imports-leftward`,
  comment: 'Features have an order: a field that joins two lives in the later one.',
  severity: 'error',
  from: { path: `^src/features/${feature}/` },
  to: { path: `^src/features/${anyOf(features.slice(index + 1))}/` },
}));

module.exports = {
  forbidden: [
    ...orderOfRooms,
    ...orderOfFeatures,
    {
      name: 'known-features',
      comment: 'A new feature takes its place in the order above.',
      severity: 'error',
      from: {},
      to: { path: '^src/features/', pathNot: `^src/features/${anyOf(features)}/` },
    },
    {
      name: 'features-have-one-door',
      comment: 'Import a feature’s index.ts or nothing.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'features-have-one-door-for-others',
      comment: 'Import a feature’s index.ts or nothing.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'graphql-knows-no-feature',
      comment: 'Features hand in their resolvers; what they share with GraphQL is in the platform.',
      severity: 'error',
      from: { path: '^src/graphql/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'config-stands-alone',
      comment: 'Configuration is read by everybody above it, and reads nobody.',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: '^src/(config|lib|platform)/' },
    },
    {
      name: 'features-are-handed-their-settings',
      comment: 'What a feature needs of the configuration is an argument of its constructor.',
      severity: 'error',
      from: { path: '^src/(lib|platform|features|graphql)/' },
      to: { path: '^src/config/' },
    },
    {
      name: 'platform-has-doors',
      comment:
        'A room of the platform is imported through its index.ts; paging has one of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: {
        path: '^src/platform/',
        pathNot: '^src/platform/([^/]+|database/paging)/index\\.ts$',
      },
    },
    {
      name: 'lib-has-doors',
      comment: 'A room of the library is imported through its index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lib/' },
      to: { path: '^src/lib/', pathNot: '^src/lib/[^/]+(/index)?\\.ts$' },
    },
    {
      name: 'resolvers-send-no-statement',
      comment: 'Read by key: a loader. Otherwise, and for every write: a service.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: ['\\.repository\\.ts$', '^src/platform/database/index\\.ts$'] },
    },
    {
      name: 'repositories-know-no-rule',
      comment: 'A repository reads and writes rows; rules are the service’s.',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: '\\.(service|resolver|loaders|policy)\\.ts$' },
    },
    {
      name: 'services-know-no-graphql',
      comment: 'A service is called by importers and commands too.',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: [inPackage('type-graphql'), inPackage('graphql'), '\\.resolver\\.ts$'] },
    },
    {
      name: 'policies-are-pure',
      comment: 'Predicates over what they are handed.',
      severity: 'error',
      from: { path: '^src/features/.*\\.(policy|errors|events)\\.ts$' },
      to: { path: ['\\.(repository|service|resolver|loaders)\\.ts$', '^src/platform/database/'] },
    },
    {
      name: 'typeorm-stays-with-the-database',
      comment: 'Entities declare their columns with it; only platform/database calls it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/database/', '\\.entity\\.ts$'] },
      to: { path: inPackage('typeorm') },
    },
    {
      name: 'sqlite3-stays-with-sqlite',
      comment: 'node-sqlite3 is no longer developed: nobody else knows which driver it is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/database/sqlite/' },
      to: { path: inPackage('sqlite3') },
    },
    {
      name: 'pg-stays-with-postgres',
      comment: 'Nobody else knows which driver it is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/database/postgres/' },
      to: { path: inPackage('pg') },
    },
    {
      name: 'the-explorer-page-is-a-client',
      comment: 'It runs in a browser: it shares with the service what the page is handed.',
      severity: 'error',
      from: { path: '^src/http/explorer/page/' },
      to: {
        path: '^src/',
        pathNot: ['^src/http/explorer/page/', '^src/http/explorer/explorer-settings\\.ts$'],
      },
    },
    {
      name: 'the-explorer-page-is-bundled',
      comment: 'Nothing of the service loads what is built for a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/http/explorer/page/' },
      to: { path: '^src/http/explorer/page/' },
    },
    {
      name: 'only-what-is-shipped',
      comment: 'The built package has no tests and no development dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/http/explorer/page/' },
      to: { path: '^(test|bench|examples|scripts)/' },
    },
    {
      name: 'only-what-is-listed',
      comment: 'What is imported stands in the dependencies of package.json.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/http/explorer/page/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'],
        // Types are gone once it is built, and some packages hold nothing else.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circle',
      comment: 'No module needs itself, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default', 'types'],
    },
  },
};
