/**
 * The plugin as users run it: its recommended configuration, imports that a suggestion adds, and a parser
 * without types.
 */
import { join } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/eslint/index.js';
import { Pieces } from './support.js';

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

/** The reports name each platform call that reads text or copies its argument as the program writes it. */
const MESSAGES = [
  ['btoa(x)', 'btoa() takes the text of this value, not its bytes.'],
  ['parseInt(x)', 'parseInt() takes the text of this value, not its bytes.'],
  ['encodeURIComponent(x)', 'encodeURIComponent() takes the text of this value, not its bytes.'],
  ['new URL(x)', 'a URL takes the text of this value, not its bytes.'],
  ['new RegExp(x)', 'a RegExp takes the text of this value, not its bytes.'],
  ['new URLSearchParams(x)', 'a URLSearchParams takes the text of this value, not its bytes.'],
  ['structuredClone(x)', 'structuredClone() copies an empty object, not the bytes.'],
  ['structuredClone([x])', 'structuredClone() copies an empty object, not the bytes.'],
  ['structuredClone({ x })', 'structuredClone() copies an empty object, not the bytes.'],
  ['postMessage(x)', 'postMessage() copies an empty object, not the bytes.'],
  ['postMessage({ x })', 'postMessage() copies an empty object, not the bytes.'],
  ['localStorage.setItem("a", x)', 'setItem() takes the text of this value, not its bytes.'],
  ['navigator.sendBeacon("/", x)', 'sendBeacon() takes the text of this value, not its bytes.'],
  ['fetch("/", { body: x })', 'the body of fetch() takes the text of this value, not its bytes.'],
  ['JSON.stringify(x)', 'JSON has no bytes, and JSON.stringify() throws for them.'],
  ['if (x) n', 'A bytes-like value is always true in JavaScript, also when it is empty.'],
  ['new Blob([x])', 'a Blob takes the text of this value, not its bytes.'],
  ['new File(list, "f")', 'a File takes the text of this value, not its bytes.'],
  ['new Response(x)', 'a Response takes the text of this value, not its bytes.'],
  ['new Request("/", { body: x })', 'the body of a Request takes the text of this value, not its bytes.'],
  ['new Headers({ a: x })', 'a Headers takes the text of this value, not its bytes.'],
  ['new Headers().set("a", x)', 'set() takes the text of this value, not its bytes.'],
  ['new FormData().append("a", x)', 'append() takes the text of this value, not its bytes.'],
  ['(other as WebSocket).send(x)', 'send() takes the text of this value, not its bytes.'],
  ['other.existsSync(x)', 'existsSync() takes the text of this value, not its bytes.'],
  ['new TextEncoder().encode(x)', 'encode() takes the text of this value, not its bytes.'],
  ['other[x]', 'a property name takes the text of this value, not its bytes.'],
  ['v8.serialize(x)', 'v8.serialize() copies an empty object, not the bytes.'],
  ['new Worker("", { workerData: x })', 'a Worker copies an empty object, not the bytes.'],
  ['(other as History).pushState(x, "")', 'pushState() copies an empty object, not the bytes.'],
  ['structuredClone(list)', 'structuredClone() copies an empty object, not the bytes.'],
  ['list.toSorted()', 'toSorted() without a function orders bytes-like values by their text.'],
  ['new Set([x])', 'A Set finds keys by identity, not by their contents.'],
  ['new Map([[x, 1]])', 'A Map finds keys by identity, not by their contents.'],
  ['new Set().has(x)', 'A Set finds keys by identity, not by their contents.'],
  ['(other as ReadonlySet<unknown>).has(x)', 'A Set finds keys by identity, not by their contents.'],
  ['(other as ReadonlyMap<unknown, 1>).has(x)', 'A Map finds keys by identity, not by their contents.'],
  ['x !== y', '!== asks whether two values are the same object, not whether their contents are equal.'],
  [
    'Object.is(x, y)',
    'Object.is() asks whether two values are the same object, not whether their contents are equal.',
  ],
  ['x === text', 'A bytes-like value is never identical to a value of another type.'],
  ['switch (x) { case y: }', 'switch compares identity, so no case with equal contents is taken.'],
  ['list.lastIndexOf(x)', 'lastIndexOf() compares identity, so equal contents are not found.'],
  ['97 in x', 'in asks whether there is such an index or property, not whether the value contains it.'],
  ['Object.keys(x)', 'Items are not own properties, so Object.keys() finds none of them.'],
  ['({ ...x })', 'Items are not own properties, so { ... } finds none of them.'],
  ['for (const i in x) i', 'Items are not own properties, so for...in finds none of them.'],
  ['delete y[0]', 'delete removes no item.'],
] as const;
const pieces = new Pieces(MESSAGES.map(([code]) => code));

test.each(MESSAGES)('%s', (code, message) => {
  expect(pieces.reports(code, plugin.configs.recommended.rules).map((found) => found.message)).toEqual([
    message,
  ]);
});

/** What the suggestions say, with the names that they fill in. */
const SUGGESTIONS = [
  ['new Set([x])', 'Find them by their contents with a BytesSet.'],
  ['new Map([[x, 1]])', 'Find them by their contents with a BytesMap.'],
  ['list.includes(x)', 'Find equal contents with some().'],
  ['list.lastIndexOf(x)', 'Find equal contents with findLastIndex().'],
] as const;
const suggesting = new Pieces(SUGGESTIONS.map(([code]) => code));

test.each(SUGGESTIONS)('%s suggests: %s', (code, text) => {
  const [message] = suggesting.reports(code, plugin.configs.recommended.rules);
  expect(message!.suggestions!.map(({ desc }) => desc)).toEqual([text]);
});

test('the descriptions of rules and of their options are sentences', () => {
  for (const rule of Object.values<TSESLint.RuleModule<string>>(plugin.rules as never)) {
    const { docs, messages, schema } = rule.meta;
    expect(docs!.description).toMatch(/^[A-Z].{20,}[^.]$/);
    for (const text of Object.values(messages)) expect(text).toMatch(/^\S.{8,}\.$/);
    for (const { properties } of schema as never as {
      properties?: Record<string, { description: string }>;
    }[]) {
      for (const option of Object.values(properties ?? {}))
        expect(option.description).toMatch(/^[A-Z].{20,}\.$/);
    }
  }
});

test('a namespace import takes no further names: a suggestion adds a separate import', () => {
  const code = "import * as py from 'pybuffer';\nstructuredClone(py.b`a`);\n";
  const [message] = lint(code);
  const fixed = message!.suggestions![0]!.fix;
  expect(code.slice(0, fixed.range[0]) + fixed.text + code.slice(fixed.range[1])).toBe(
    "import { packMessage, unpackMessage } from 'pybuffer';\nimport * as py from 'pybuffer';\nunpackMessage(structuredClone(packMessage(py.b`a`).message));\n",
  );
});

test.each([
  // Only `Bytes` by itself is known to be immutable, so a value that may be a view is copied to bytes.
  ['x', 'packMessage(x)'],
  ['m', 'packMessage(m.tobytes())'],
  ['either', 'packMessage(either.tobytes())'],
])('a value that may be a view is copied to bytes: %s', (name, packed) => {
  const code = `import { Bytes, MemoryView, packMessage, unpackMessage } from 'pybuffer';
declare const x: Bytes, m: MemoryView, either: MemoryView | Bytes;
structuredClone(${name});
`;
  const [message] = lint(code);
  expect(message!.suggestions![0]!.fix.text).toContain(packed);
});

test('a misspelt option is refused', () => {
  const linter = new Linter();
  const verify = (option: string) => () =>
    linter.verify('', [
      plugin.configs.recommended as never,
      { rules: { 'pybuffer/no-truthiness': ['error', { [option]: true }] } },
    ]);
  expect(verify('nullable')).not.toThrow();
  expect(verify('nulable')).toThrow('nulable');
});
