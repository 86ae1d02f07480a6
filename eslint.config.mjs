import kinds from './eslint/no-default-over-kinds.mjs';
import tseslint from 'typescript-eslint';

const NODE_ONLY = ['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate', 'global'];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      '.vscode-test',
      'test-results',
      '**/*.generated.ts',
      '**/*.mjs',
      'media',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { kinds },
    rules: {
      'kinds/no-default-over-kinds': 'error',
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
    // Everything but the command line also runs in a browser's extension host.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: { 'no-restricted-globals': ['error', ...NODE_ONLY] },
  },
  { files: ['test/**/*.ts', 'src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
);
