/** The imports that a suggestion extends or adds. */
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/eslint/index.js';

const folder = join(__dirname, 'linted');
const parserOptions = { projectService: true, tsconfigRootDir: folder };

/** Applies the first suggestion of the only message to the code. */
function suggested(code: string): string {
  const messages = new Linter({ cwd: folder }).verify(
    code,
    [
      { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as never, parserOptions } },
      plugin.configs.recommended as never,
    ],
    join(folder, 'linted.ts'),
  );
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['pybuffer/no-platform-text']);
  const { range, text } = messages[0]!.suggestions![0]!.fix;
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}

const FIXED = 'unpackMessage(structuredClone(packMessage(x).message));\n';

test.each([
  ['import type { Bytes } from "pybuffer";\nconst x = null as never as Bytes;\n'],
  ['import { join } from "node:path";\nconst x = null as never as import("pybuffer").Bytes;\nvoid join;\n'],
])('a separate line before %j', (head) => {
  expect(suggested(`${head}structuredClone(x);\n`)).toBe(
    `import { packMessage, unpackMessage } from 'pybuffer';\n${head}${FIXED}`,
  );
});

test('a name that is already imported is not imported again', () => {
  expect(
    suggested("import { b, packMessage } from 'pybuffer';\nconst x = b`a`;\nstructuredClone(x);\n"),
  ).toBe(`import { b, packMessage, unpackMessage } from 'pybuffer';\nconst x = b\`a\`;\n${FIXED}`);
});

test('every rule reports problems, describes itself, and has a text for each message', () => {
  const rules = Object.entries(plugin.rules as Readonly<Record<string, { meta: never }>>);
  expect(rules.length).toBeGreaterThan(6);
  for (const [name, rule] of rules) {
    const { type, docs, messages, hasSuggestions, schema } = rule.meta as {
      type: string;
      hasSuggestions: boolean;
      schema: unknown[];
      docs: { description: string };
      messages: Readonly<Record<string, string>>;
    };
    expect([name, type, hasSuggestions]).toEqual([name, 'problem', true]);
    expect([name, (rule as { defaultOptions?: unknown }).defaultOptions]).toEqual([name, []]);
    expect([name, schema.length]).toEqual([name, name === 'no-truthiness' ? 1 : 0]);
    expect(docs.description).toMatch(/^(Disallow|Require) .{10}/);
    expect(Object.values(messages).filter((text) => text.length < 5)).toEqual([]);
  }
});
