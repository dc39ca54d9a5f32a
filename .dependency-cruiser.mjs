/** What each folder of src/ may import, besides itself. Everything not listed is forbidden. */
const MAY_IMPORT = {
  domain: [],
  language: ['domain'],
  'usecases/ports': ['domain'],
  usecases: ['domain'],
  views: ['domain', 'language', 'usecases', 'documents'],
  documents: ['domain', 'language'],
  conversation: ['domain', 'language', 'usecases', 'views', 'documents'],
  cli: ['domain', 'language', 'usecases', 'views', 'documents'],
  server: ['usecases/ports', 'channels'],
  sandbox: [],
  store: ['domain', 'usecases/ports'],
  channels: ['usecases/ports'],
};

/** The only places that may import each outside package. */
const HOME_OF_PACKAGE = {
  'drizzle-orm|postgres|pg-boss|pg|@electric-sql/pglite|@electric-sql/pglite-socket':
    '^src/(store/|app[.]ts$)',
  telegraf: '^src/(channels/telegram/|app[.]ts$)',
  'write-excel-file': '^src/documents/exporting/',
  'node-cron': '^src/schedule[.]ts$',
  'intl-messageformat': '^src/views/texts[.]ts$',
  pino: '^src/(log|app)[.]ts$',
  commander: '^src/(cli/|run[.]ts$)',
  fastify: '^src/(server|sandbox)/',
  'prom-client': '^src/server/',
  'yauzl|saxes|csv-parse|htmlparser2|unpdf|numfmt': '^src/documents/',
  zod: '^src/(conversation|cli|channels|server|sandbox|documents|store)/|^src/(config|sample-province)[.]ts$',
};

const folderRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `src/${folder} may import ${[...allowed, 'itself'].join(', ')}. Move the code, or pass the value in.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
}));

const packageRules = Object.entries(HOME_OF_PACKAGE).map(([packages, home]) => ({
  name: `${packages.split('|')[0]}-stays-home`,
  comment: `Only ${home} knows ${packages}. Depend on a port instead.`,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `^node_modules/(${packages})/` },
}));

export default {
  forbidden: [
    ...folderRules,
    ...packageRules,
    {
      name: 'core-is-pure',
      comment:
        'domain and language know no package and no node: module. Take the value as an argument.',
      severity: 'error',
      from: { path: '^src/(domain|language)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
    {
      name: 'channels-do-not-meet',
      comment: 'One folder a platform, none knows another. What they share is a port.',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/([^/]+)/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'only-main-starts-the-app',
      comment: 'app.ts constructs things once, for run.ts (and for tests).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/run[.]ts$' },
      to: { path: '^src/app[.]ts$' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file: wire it or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/main[.]ts$' },
      to: {},
    },
    {
      name: 'not-to-test',
      comment: 'What the product needs must not live under test/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'src/ runs without the development packages.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
