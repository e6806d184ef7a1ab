/** Reads the record of Python's signatures (`signatures.generated.ts`). */
import { COMMON, OWN } from './signatures.generated.js';

export { attributes } from './signatures.generated.js';

/** A method's name in its line: the word before the parenthesis. */
const NAME = /(\w*)\(/;

function read(): Record<string, Record<string, string>> {
  const common = new Map(COMMON.map((line) => [NAME.exec(line)![1]!, line]));
  const result: Record<string, Record<string, string>> = {};
  for (const [type, [names, ...lines]] of Object.entries(OWN)) {
    const methods: Record<string, string> = (result[type] = {});
    const add = (name: string, line: string): void => {
      methods[name] = line.replace(' .', ` ${type}.`);
    };
    for (const name of names.split(' ')) if (name !== '') add(name, common.get(name)!);
    for (const line of lines) {
      const [, other, text] = /^(?:(\w*)=)?(.*)/.exec(line) as unknown as [
        string,
        string | undefined,
        string,
      ];
      add(other ?? NAME.exec(text)![1]!, text);
    }
  }
  return result;
}

/** `convention qualified-name(parameters)` by type and name; the name of a constructor is empty. */
export const signatures = read() as Readonly<Record<keyof typeof OWN, Readonly<Record<string, string>>>>;
