// Who may import whom, as data: what is absent from a row is forbidden. The rows are the table of
// ARCHITECTURE.md; change both together.

/** Modules of server/src -> the modules each may import beside itself and platform. */
const MODULES = {
  platform: [],
  privacy: [],
  // People sign in with a chat's account and come from its directory.
  staff: ['privacy', 'workplace'],
  recruiting: ['privacy', 'staff'],
  interviews: ['recruiting', 'privacy', 'staff'],
  scoring: ['interviews', 'recruiting', 'privacy', 'staff'],
  talent: ['recruiting', 'scoring', 'privacy', 'staff'],
  notify: ['privacy'],
  workplace: ['privacy'],
  integrations: ['recruiting', 'talent', 'workplace'],
  workflow: [
    'recruiting',
    'interviews',
    'scoring',
    'talent',
    'notify',
    'workplace',
    // The digest's numbers are the dashboard's.
    'analytics',
    'privacy',
    'staff',
  ],
  // One candidate on one page: it puts together what the other modules' services show.
  'candidate-file': ['recruiting', 'interviews', 'scoring', 'talent', 'notify', 'privacy', 'staff'],
  // Names of whatever the lines of the audit log are about.
  'audit-trail': ['recruiting', 'interviews', 'notify', 'privacy', 'staff'],
  // What people say of their groups is sealed with their keys.
  analytics: ['privacy', 'staff'],
};

/** Folders of the composition root: they may import every module, and no module imports them. */
const COMPOSITION = ['demo', 'cli'];

/** A module may import only the entities of these: it reads and never calls a service. */
const ENTITIES_ONLY = { analytics: ['recruiting', 'interviews', 'scoring', 'talent'] };

/** The modules with a line to the chats, each in one file. */
const BOTS_FILES = ['notify/channels.ts', 'workplace/workplace.ts'];

/** Workspaces -> the workspaces each may import; `test` may import all. */
const WORKSPACES = {
  contracts: [],
  config: ['contracts'],
  migrations: [],
  bots: ['contracts'],
  miniapp: ['contracts'],
  server: ['contracts', 'config', 'migrations', 'bots'],
};

/** Packages from outside that a workspace may import; without a row: whatever its package.json names. */
const ONLY_PACKAGES = { contracts: ['zod'], migrations: ['typeorm'] };

/** A module's own settings class or its seeds, the only place beside main.ts and cli.ts that reads config/. */
const SETTINGS_FILES = '(\\.(settings|module)|-seeds)\\.ts$';

const ALL = Object.keys(WORKSPACES);
const anyOf = (names) => `(${names.join('|')})`;
const workspace = (names) => `^${anyOf(names)}/(src|dist|content)/`;
const serverModule = (names) => `^server/src/${anyOf(names)}/`;
const packageNamed = (names) => `(^|/)node_modules/${anyOf(names)}/`;

function workspaceRule([name, allowed]) {
  const forbidden = [...ALL, 'test'].filter((each) => each !== name && !allowed.includes(each));
  return {
    name: `workspace-${name}`,
    comment: `${name} imports ${allowed.join(', ') || 'no workspace'}`,
    severity: 'error',
    from: { path: `^${name}/` },
    to: { path: `^${anyOf(forbidden)}/` },
  };
}

function packagesRule([name, allowed]) {
  return {
    name: `packages-of-${name}`,
    comment: `${name} imports from outside only ${allowed.join(', ')}`,
    severity: 'error',
    from: { path: `^${name}/src/` },
    to: { path: '(^|/)node_modules/', pathNot: packageNamed(allowed) },
  };
}

function moduleRule([name, allowed]) {
  const open = [name, 'platform', ...allowed, ...(ENTITIES_ONLY[name] ?? [])];
  return {
    name: `module-${name}`,
    comment: `server/src/${name} imports platform and ${allowed.join(', ') || 'nothing else'}`,
    severity: 'error',
    from: { path: serverModule([name]) },
    to: { path: '^server/src/', pathNot: serverModule(open) },
  };
}

function entitiesOnlyRule([name, modules]) {
  return {
    name: `${name}-reads-entities-only`,
    comment: `${name} reads the entities of ${modules.join(', ')} and calls no service`,
    severity: 'error',
    from: { path: serverModule([name]) },
    to: { path: serverModule(modules), pathNot: '(\\.entity|/entities/[^/]+)\\.ts$' },
  };
}

const SHAPE_RULES = [
  {
    name: 'only-known-modules',
    comment: 'a new module of the server gets a row in the table first',
    severity: 'error',
    from: { path: '^(server|test)/src/' },
    to: {
      path: '^server/src/[^/]+/',
      pathNot: serverModule([...Object.keys(MODULES), ...COMPOSITION]),
    },
  },
  {
    name: 'no-module-needs-the-composition-root',
    comment: 'the product runs without the example company and without the command line',
    severity: 'error',
    from: { path: serverModule(Object.keys(MODULES)) },
    to: { path: serverModule(COMPOSITION) },
  },
  {
    name: 'bots-behind-one-file',
    comment: `only ${BOTS_FILES.join(' and ')} and the composition root know the chats`,
    severity: 'error',
    from: {
      path: '^server/src/',
      pathNot: [
        ...BOTS_FILES.map((file) => `^server/src/${file.replaceAll('.', '\\.')}$`),
        '^server/src/[^/]+\\.ts$',
      ],
    },
    to: { path: workspace(['bots']) },
  },
  {
    name: 'settings-come-in-by-one-file',
    comment: 'config/ is read by main.ts, cli.ts and each module’s settings or module file',
    severity: 'error',
    from: {
      path: '^server/src/',
      pathNot: ['^server/src/[^/]+\\.ts$', serverModule(COMPOSITION), SETTINGS_FILES],
    },
    to: { path: workspace(['config']), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'migrations-are-run-by-platform',
    comment: 'only platform/database runs migrations',
    severity: 'error',
    from: { path: '^server/src/', pathNot: '^server/src/platform/database/' },
    to: { path: workspace(['migrations']) },
  },
  {
    name: 'entities-know-no-service',
    comment: 'an entity holds data and its own rules',
    severity: 'error',
    from: { path: '\\.entity\\.ts$' },
    to: { path: '\\.(service|controller|job|module|gateway)\\.ts$' },
  },
  {
    name: 'engine-is-pure',
    comment:
      'scoring/engine and scoring/signals: no Nest, no database, no input or output; what grades teach and how facts are read is as pure',
    severity: 'error',
    from: { path: '^server/src/scoring/(engine|signals)/' },
    to: {
      pathNot: [
        '^server/src/scoring/(engine|signals|calibration|text)/',
        workspace(['contracts']),
        packageNamed(['@node-rs/jieba']),
      ],
    },
  },
  {
    name: 'text-scorer-is-pure',
    comment:
      'scoring/text and scoring/calibration: words in, numbers out; dictionaries are all they bring',
    severity: 'error',
    from: { path: '^server/src/scoring/(text|calibration)/' },
    to: {
      pathNot: [
        '^server/src/scoring/(engine|text|calibration)/',
        workspace(['contracts']),
        packageNamed(['@node-rs/jieba', '@orama/stemmers', 'lindera-wasm-nodejs-ipadic', 'zod']),
        // The Japanese dictionary is read when the first Japanese text comes.
        '^(node:)?module$',
      ],
    },
  },
  {
    name: 'nobody-imports-a-controller',
    comment: 'a controller is reached by HTTP; its module lists it',
    severity: 'error',
    from: { path: '^(server|bots|config|migrations)/src/', pathNot: '\\.module\\.ts$' },
    to: { path: '\\.controller\\.ts$' },
  },
  {
    name: 'pages-only-compose',
    comment: 'a feature of the mini-app knows no page',
    severity: 'error',
    from: { path: '^miniapp/src/(features|platform|api|components|locales)/' },
    to: { path: '^miniapp/src/pages/' },
  },
  {
    name: 'candidates-ask-their-own-addresses',
    comment:
      'all addresses at once are 10 kB of a candidate’s first page: import the group, routes.candidate and so on',
    severity: 'error',
    from: { path: '^miniapp/src/(api|components|platform|features)/', pathNot: '/features/staff-' },
    to: { path: '^contracts/(src|dist)/routes\\.(d\\.)?[jt]s$' },
  },
  {
    name: 'mini-app-has-no-schemas',
    comment: 'a zod schema at run time costs the mini-app 454 KB: types, routes and lists only',
    severity: 'error',
    from: { path: '^miniapp/src/' },
    to: { path: packageNamed(['zod']) },
  },
];

const HYGIENE_RULES = [
  {
    name: 'no-circular',
    comment: 'a circle has no first line to read',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'a file that nobody imports and that imports nobody is left over',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        '\\.d\\.ts$',
        '\\.spec\\.ts$',
        '\\.config\\.ts$',
        '^migrations/src/',
        '^contracts/src/',
        '^miniapp/src/app\\.ts$',
        // Put in place by the build of the mini-programs (miniapp/config).
        '^miniapp/src/platform/abort/',
        '^miniapp/src/.+\\.(h5|weapp|dd)\\.tsx?$',
        '^server/src/(main|cli)\\.ts$',
        '(child|worker)\\.ts$',
      ],
    },
    to: {},
  },
  {
    name: 'not-to-unresolvable',
    comment: 'an import that leads nowhere',
    severity: 'error',
    from: {},
    // Style sheets and pictures belong to Taro's bundler.
    to: { couldNotResolve: true, pathNot: '\\.(scss|css|png|jpg|svg)$' },
  },
  {
    name: 'no-production-import-of-development',
    comment: 'what runs must be among the dependencies',
    severity: 'error',
    from: { path: '^(contracts|config|migrations|bots|server)/src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  },
];

module.exports = {
  forbidden: [
    ...Object.entries(WORKSPACES).map(workspaceRule),
    ...Object.entries(ONLY_PACKAGES).map(packagesRule),
    ...Object.entries(MODULES).map(moduleRule),
    ...Object.entries(ENTITIES_ONLY).map(entitiesOnlyRule),
    ...SHAPE_RULES,
    ...HYGIENE_RULES,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^[^/]+/dist/'] },
    exclude: { path: ['\\.(scss|css|png|jpg|svg)$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
