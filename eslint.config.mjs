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
      // Functions count their arguments by `arguments.length`, which costs no array.
      'prefer-rest-params': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
