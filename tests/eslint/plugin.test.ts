/**
 * The plugin as a user has it: its recommended configuration, imports that a suggestion adds, and a parser
 * without types.
 */
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/eslint/index.js';

const folder = join(__dirname, 'linted');

function lint(code: string, typed = true): Linter.LintMessage[] {
  const parserOptions = typed ? { projectService: true, tsconfigRootDir: folder } : {};
  return new Linter({ cwd: folder }).verify(
    code,
    [
      { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as never, parserOptions } },
      plugin.configs.recommended as never,
    ],
    join(folder, 'linted.ts'),
  );
}

test('the recommended configuration has every rule', () => {
  expect(Object.keys(plugin.configs.recommended.rules).sort()).toEqual(
    Object.keys(plugin.rules)
      .map((name) => `pybuffer/${name}`)
      .sort(),
  );
  const found = lint(
    "import { b } from 'pybuffer';\nif (b`a` === b`a`) [b`a`].sort();\n97 in b`a`;\n!b`a`;\nnew Response(b`a` as never as typeof b2);\nconst b2 = b`a`;\n",
  );
  expect(found.map(({ ruleId }) => ruleId)).toEqual([
    'pybuffer/no-identity',
    'pybuffer/no-default-sort',
    'pybuffer/no-in',
    'pybuffer/no-truthiness',
    'pybuffer/no-platform-text',
  ]);
});

test('a suggestion brings the imports that it needs', () => {
  const code = "import { b } from 'pybuffer';\nstructuredClone(b`a`);\n";
  const [message] = lint(code);
  const fixed = message!.suggestions![0]!.fix;
  expect(code.slice(0, fixed.range[0]) + fixed.text + code.slice(fixed.range[1])).toBe(
    "import { b, packMessage, unpackMessage } from 'pybuffer';\nunpackMessage(structuredClone(packMessage(b`a`).message));\n",
  );
});

test('without types the rules say what they need', () => {
  expect(() => lint('97 in x', false)).toThrow('need type information');
});
