import * as regexp from 'eslint-plugin-regexp';
import kinds from './scripts/eslint/no-default-over-kinds.mjs';
import tseslint from 'typescript-eslint';

const NODE_ONLY = ['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate', 'global'];

export default tseslint.config(
  {
    ignores: ['dist', 'node_modules', '.vscode-test', 'test-results', '**/*.generated.ts', 'media'],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    // A new kind of node has to be thought of wherever kinds are told apart.
    files: ['src/**/*.ts'],
    plugins: { kinds },
    rules: { 'kinds/no-default-over-kinds': 'error' },
  },
  {
    // Everything but the command line also runs in a browser's extension host.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: { 'no-restricted-globals': ['error', ...NODE_ONLY] },
  },
  {
    // What is read comes from strangers: no expression may take more than linear time, and those made at run time
    // neither these rules nor the test that runs them all can see.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-dupe-disjunctions': [
        'error',
        { report: 'trivial', reportExponentialBacktracking: 'potential' },
      ],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
          message: 'Write the expression as a literal, and compare what it captures with what is sought.',
        },
        {
          selector:
            'CallExpression[callee.property.name=/^(match|matchAll|search)$/] > :matches(Literal:not([regex]), TemplateLiteral)',
          message: 'A string here becomes a regular expression: write it as a literal.',
        },
      ],
    },
  },
  { files: ['test/**/*.ts', 'src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // What runs the project is JavaScript: its types stand in comments, which tsc checks.
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, project: false } },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-console': 'off',
    },
  },
);
