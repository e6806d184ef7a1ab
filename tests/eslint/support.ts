/**
 * Runs rules of the plugin over checked TypeScript that imports the library. Callers: the tests of each rule.
 */
import { join } from 'node:path';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/eslint/index.js';

const folder = join(__dirname, 'linted');
const filename = join(folder, 'linted.ts');

// ESLint's tester compares and throws itself, so each of its tests counts as one assertion.
RuleTester.it = (title: string, check: () => void) => test(title, () => expect(check).not.toThrow());
RuleTester.describe = describe;

const HEAD = `import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, keyOf, packMessage, unpackMessage, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
declare const x: Bytes, y: ByteArray, m: MemoryView, a: PyArray<'B'>, maybe: Bytes | null, either: Bytes | string;
declare const v8: any, Worker: any, assert: any; declare const map: Map<Bytes, number>;
declare const list: Bytes[], mixed: (Bytes | number)[], text: string, n: number, other: any;
class Mine extends Bytes {}
declare const mine: Mine;
declare class Bytes2 { readonly length: number; equals(other: unknown): boolean; includes(n: number): boolean }
declare const namesake: Bytes2;
`;

/** Wrong code, the message about it, and the code after each suggestion. */
export type Wrong = readonly [code: string, messageId: string, ...suggestions: (readonly [string, string])[]];

/** Tests one rule. All code follows the declarations of {@link HEAD}, about which nothing may be reported. */
export function testRule(
  name: string,
  right: readonly string[],
  wrong: readonly Wrong[],
  options: unknown[] = [],
): void {
  const tester = new RuleTester({
    languageOptions: {
      parser: tseslint.parser as never,
      parserOptions: { projectService: true, tsconfigRootDir: folder },
    },
  });
  const rule = plugin.rules[name] as never;
  tester.run(name, rule, {
    valid: right.map((code) => ({ code: HEAD + code, filename, options })),
    invalid: wrong.map(([code, messageId, ...suggestions]) => ({
      code: HEAD + code,
      filename,
      options,
      errors: [
        {
          messageId,
          ...(suggestions.length > 0 && {
            suggestions: suggestions.map(([id, output]) => ({ messageId: id, output: HEAD + output })),
          }),
        },
      ],
    })),
  });
}
