/** How each byte is written inside `'...'`; the quote itself is the caller's matter. */
const escapes: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x5c) return '\\\\';
  if (byte === 0x09) return '\\t';
  if (byte === 0x0a) return '\\n';
  if (byte === 0x0d) return '\\r';
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
});

/**
 * `b'...'` as Python prints it: single quotes, double ones when the content has single and no double ones.
 *
 * CPython: Objects/bytesobject.c `PyBytes_Repr`
 */
export function repr(m: Uint8Array, s: number, e: number): string {
  let singles = false;
  let doubles = false;
  for (let i = s; i < e; i++) {
    if (m[i] === 0x27) singles = true;
    else if (m[i] === 0x22) doubles = true;
  }
  const quote = singles && !doubles ? '"' : "'";
  let text = `b${quote}`;
  for (let i = s; i < e; i++) text += m[i] === 0x27 && quote === "'" ? "\\'" : escapes[m[i]!]!;
  return text + quote;
}
