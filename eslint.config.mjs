// The rules for the code of this repository. `npm run lint` and the editor read them.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/.cache', '**/dist', 'coverage', 'docs', 'node_modules'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      // Prettier wraps the code and leaves comments alone. The exceptions cannot be broken: error texts and
      // directives.
      'max-len': [
        'error',
        {
          code: Infinity,
          comments: 120,
          ignorePattern: '// \\w*(Error|error|Warning): |^ *\\* *`[^`]*`$|// eslint-disable',
        },
      ],
      // Functions count their arguments by `arguments.length`, which costs no array.
      'prefer-rest-params': 'off',
    },
  },
  {
    // Hermes has no Array.prototype.at. The rules for ESLint run in Node.js only.
    files: ['src/**'],
    ignores: ['src/eslint/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='at'][arguments.0.operator='-']",
          message: 'Hermes has no Array.prototype.at: write x[x.length - 1].',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
