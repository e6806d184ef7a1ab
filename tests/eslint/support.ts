/**
 * Runs rules of the plugin over checked TypeScript that imports the library. Callers: the tests of each rule.
 */
import { join } from 'node:path';
import { Linter, RuleTester } from 'eslint';
import type { SourceCode } from 'eslint';
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

const languageOptions = {
  parser: tseslint.parser as never,
  parserOptions: { projectService: true, tsconfigRootDir: folder },
};

/** Pieces of code in one file, each in a block of its own so that their declarations do not meet. */
export class Pieces {
  readonly text: string;
  private readonly starts = new Map<string, number>();
  private parsed: SourceCode | null = null;

  constructor(codes: readonly string[]) {
    let text = HEAD;
    for (const code of codes) {
      text += '{ ';
      this.starts.set(code, text.length);
      text += `${code} }\n`;
    }
    this.text = text;
  }

  /** The whole text with another code in the place of one. */
  with(code: string, other: string): string {
    const start = this.starts.get(code)!;
    return this.text.slice(0, start) + other + this.text.slice(start + code.length);
  }

  /** What rules report about one of the codes. The types of the file are found once. */
  reports(code: string, rules: Linter.RulesRecord): Linter.LintMessage[] {
    const linter = new Linter({ cwd: folder });
    const config = {
      files: ['**/*.ts'],
      languageOptions,
      plugins: { pybuffer: plugin as never },
      rules,
    };
    if (this.parsed === null) {
      expect(linter.verify(this.text, [{ ...config, rules: {} }], filename)).toEqual([]);
      this.parsed = linter.getSourceCode();
    }
    const start = this.starts.get(code)!;
    return linter.verify(this.parsed, [config], filename).filter(({ line, column }) => {
      const at = this.parsed!.getIndexFromLoc({ line, column: column - 1 });
      return at >= start && at < start + code.length;
    });
  }
}

function applied(
  text: string,
  { range, text: inserted }: { range: readonly [number, number]; text: string },
): string {
  return text.slice(0, range[0]) + inserted + text.slice(range[1]);
}

/** Tests one rule. All code follows the declarations of {@link HEAD}, about which nothing may be reported. */
export function testRule(
  name: string,
  right: readonly string[],
  wrong: readonly Wrong[],
  options: unknown[] = [],
): void {
  const pieces = new Pieces([...right, ...wrong.map(([code]) => code)]);
  const rules = { [`pybuffer/${name}`]: ['error', ...options] } as Linter.RulesRecord;
  test.each(right)(`${name} accepts %s`, (code) => {
    expect(pieces.reports(code, rules)).toEqual([]);
  });
  test.each(wrong.map((one) => [one[0], one] as const))(
    `${name} reports %s`,
    (_, [code, messageId, ...expected]) => {
      const found = pieces.reports(code, rules);
      expect(found.map((message) => message.messageId)).toEqual([messageId]);
      const suggestions = (found[0]!.suggestions ?? []).map((one) => [
        one.messageId,
        applied(pieces.text, one.fix),
      ]);
      expect(suggestions).toEqual(expected.map(([id, output]) => [id, pieces.with(code, output)]));
    },
  );
  // ESLint's own tester also looks at how the rule reports, and whether what it suggests can be parsed.
  new RuleTester({ languageOptions }).run(name, plugin.rules[name] as never, {
    valid: [{ code: new Pieces(right).text, filename, options }],
    invalid: [
      {
        code: pieces.text,
        filename,
        options,
        errors: wrong.map(([code, messageId, ...suggestions]) => ({
          messageId,
          ...(suggestions.length > 0 && {
            suggestions: suggestions.map(([id, output]) => ({
              messageId: id,
              output: pieces.with(code, output),
            })),
          }),
        })),
      },
    ],
  });
}
