import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Imports run one way; each folder names what it must not reach into. */
const mustNotImport = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});
const contractTypesOnly = {
  group: ['**/server/**'],
  allowTypeImports: true,
  message: 'The mini-program takes the contract by `import type` only, so that it costs nothing.',
};
const noFeatures = { group: ['**/features/**'], message: 'What is here may not know of features: what it needs belongs in stores, api or components.' };
const noPages = { group: ['**/pages/**'], message: 'Pages are at the top: nothing imports them.' };
const noOtherFeature = { regex: '^\\.\\./\\.\\./[a-z-]+(/|$)(?!.*)|features/[a-z-]+', message: 'Features do not reach into each other: what two need moves down a layer.' };

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'src/assets/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser, wx: 'readonly' } },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  mustNotImport(['src/{api,components,stores,text,platform}/**'], [contractTypesOnly, noFeatures, noPages]),
  mustNotImport(['src/pages/**', 'src/*.{ts,tsx}'], [contractTypesOnly, noFeatures]),
  mustNotImport(['src/features/**'], [contractTypesOnly, { group: ['**/src/pages/**', '../../../pages/**', '../../../../pages/**'], message: noPages.message }]),
  mustNotImport(['server/contract/**'], [{ group: ['../*', '!./*'], message: 'The contract stands on nothing else.' }]),
  mustNotImport(['server/features/**'], [noOtherFeature]),
  mustNotImport(
    ['server/{database,encryption,rateLimits,jobs,files,wechat,sms}/**'],
    [{ group: ['**/features/**', '**/plugins/**'], message: 'A base part may not know of features or of the HTTP server.' }],
  ),
  { files: ['scripts/**', 'tests/**', 'config/**', '**/*.{js,mjs}'], rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
);
