import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const NO_ENUM = {
  selector: 'TSEnumDeclaration',
  message: 'No enum: use an `as const` list, which costs the mini-app nothing.',
};
const NO_PROCESS_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config/ reads process.env: take a settings class instead.',
};
/** Taro replaces process.env.TARO_ENV (and NODE_ENV) at build time: they are constants, not settings. */
const NO_PROCESS_ENV_BUT_BUILD_CONSTANTS = {
  selector:
    "MemberExpression[object.object.name='process'][object.property.name='env']:not([property.name=/^(TARO_ENV|NODE_ENV)$/])",
  message: 'Only build constants (TARO_ENV, NODE_ENV) exist in the mini-app.',
};
const NO_PROCESS_ENV_IMPORT = {
  selector:
    "ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']",
  message: 'Only config/ reads the environment: take a settings class instead.',
};

/** A browser's `scrollIntoView` gave back nothing for years, and now a promise: React takes it for a cleanup and falls. */
const NO_METHOD_AS_CLEANUP = {
  selector:
    "CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression:matches([body.type='ChainExpression'], [body.type='CallExpression'][body.callee.type='MemberExpression'])",
  message:
    'An effect gives back a cleanup or nothing: put braces around what a method may give back.',
};

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

const SIZE_RULES = {
  'max-lines': lines(300),
  'max-lines-per-function': lines(50),
  complexity: ['error', 10],
  'max-depth': ['error', 3],
};

/**
 * Four parameters at most. A constructor that Nest fills is a list of what a class works with, not a call
 * anybody writes: ten there, and a class that needs more does too much.
 */
const FEW_PARAMETERS = [
  {
    selector:
      ":matches(FunctionDeclaration, ArrowFunctionExpression, :not(MethodDefinition[kind='constructor']) > FunctionExpression)[params.length>4]",
    message: 'At most 4 parameters: put what belongs together in an object.',
  },
  {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>10]",
    message: 'A class with more than 10 dependencies does too much.',
  },
];

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '**/.swc/**', '**/.cache/**', 'data/**'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // So that consistent-type-imports keeps the classes that Nest injects as values.
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    rules: {
      ...SIZE_RULES,
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        NO_ENUM,
        NO_PROCESS_ENV,
        NO_PROCESS_ENV_IMPORT,
        ...FEW_PARAMETERS,
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/require-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 1000 }],
      // A Nest module is a class with a decorator and nothing in it.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Chinese text is read by code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // TypeORM hands out its drivers as interfaces, and tests pass fakes for classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Résumés and uploads are cleaned of control characters.
      'no-control-regex': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['config/src/**/*.ts', 'miniapp/config/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_ENUM, ...FEW_PARAMETERS] },
  },
  {
    files: ['miniapp/src/**/*.ts', 'miniapp/src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        NO_ENUM,
        NO_PROCESS_ENV_BUT_BUILD_CONSTANTS,
        NO_METHOD_AS_CLEANUP,
        ...FEW_PARAMETERS,
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    rules: { complexity: 'off', 'max-lines-per-function': lines(150) },
  },
  {
    files: ['migrations/src/**/*.ts'],
    rules: { 'max-lines-per-function': lines(150) },
  },
  {
    files: ['test/src/**/*.ts'],
    rules: {
      // One describe() callback holds all rules of a subject.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', NO_ENUM, ...FEW_PARAMETERS],
      // `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        structuredClone: 'readonly',
      },
    },
    rules: { ...SIZE_RULES },
  },
  {
    files: ['**/*.cjs', 'miniapp/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        __dirname: 'readonly',
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
      },
    },
  },
);
