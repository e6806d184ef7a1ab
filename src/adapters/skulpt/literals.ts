/**
 * Rewrites literals that Skulpt's compiler gets wrong: it leaves `\a` and octal escapes in bytes as they are,
 * and rounds large ints written in hexadecimal. Caller: `install`.
 */
import type { Skulpt } from './skulpt.js';

/** A node of Skulpt's syntax tree, which keeps the tokens as written. */
interface Node {
  value?: unknown;
  children?: readonly Node[] | null;
}

/** The start of a bytes literal that is not raw. */
const ESCAPED_BYTES = /^[bB]['"]/;

/** An int with a prefix and more digits than a JavaScript number is sure to hold exactly. */
const LARGE_INT = /^0[xXoObB][0-9a-fA-F_]{12,}$/;

/** Makes Skulpt's parser rewrite those literals for its compiler. */
export function readLiterals(Sk: Skulpt): void {
  const parse = Sk['parse'] as (...args: unknown[]) => { cst?: Node };
  if (typeof parse !== 'function') return;
  Sk['parse'] = (...args: unknown[]) => {
    const parsed = parse(...args);
    if (parsed.cst !== undefined) visit(parsed.cst);
    return parsed;
  };
}

function visit(root: Node): void {
  const open: Node[] = [root];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node.children) for (const child of node.children) open.push(child);
    const { value } = node;
    if (typeof value !== 'string') continue;
    if (ESCAPED_BYTES.test(value)) node.value = spelled(value);
    else if (LARGE_INT.test(value)) node.value = BigInt(value.replaceAll('_', '')).toString();
  }
}

function spelled(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([^]))/g, (all, octal: string | undefined, other: string) => {
    if (octal === undefined) return other === 'a' ? '\\x07' : all;
    return `\\x${(parseInt(octal, 8) & 0xff).toString(16).padStart(2, '0')}`;
  });
}
