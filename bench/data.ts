/**
 * The data of the rows: the same bytes as `contenders/data.py`, and the form in which answers are compared.
 */

const FILLER = Buffer.from(
  'the quick brown fox jumps over the lazy dog and then some more words follow it in the usual ' +
    'way of filler, with a comma here; a line ends there.\n',
);

/** n bytes of English. */
export function text(n: number): Uint8Array {
  const result = new Uint8Array(n);
  for (let i = 0; i < n; i++) result[i] = FILLER[i % FILLER.length]!;
  return result;
}

/** n bytes with every value. */
export function mixed(n: number): Uint8Array {
  const result = new Uint8Array(n);
  for (let i = 0; i < n; i++) result[i] = i * 7 + 3;
  return result;
}

export const PHRASE = 'naïve café — Ω≈ç√ ';

/** Text of about n bytes of UTF-8, half of which encode characters past ASCII. */
export function multibyte(n: number): string {
  return PHRASE.repeat(Math.floor(n / Buffer.byteLength(PHRASE)));
}

/**
 * n doubles, none of them an integer. V8 must find out whether a double is an integer, and in a loop over
 * only integers this takes 3.9 ns each on Node 26, also over a plain Float64Array.
 */
export function halves(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => (i & 255) + 0.5);
}

/** n ints below 256. */
export function numbers(n: number): number[] {
  return Array.from(mixed(n));
}

function samples(length: number, at: (index: number) => unknown): string {
  if (length === 0) return '';
  return Array.from({ length: 16 }, (_, i) => String(at(Math.floor((i * length) / 16)))).join(',');
}

/** An answer in the same form as from `canon` of `contenders/data.py`. */
export function canon(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toExponential(6);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string')
    return `s${value.length}:${samples(value.length, (i) => value.charCodeAt(i))}`;
  if (Array.isArray(value)) {
    const { length } = value;
    const picks = length === 0 ? [] : [0, Math.floor(length / 2), length - 1];
    return `[${length}:${picks.map((i) => canon(value[i])).join(';')}]`;
  }
  if (value instanceof Uint8Array) return `b${value.length}:${samples(value.length, (i) => value[i])}`;
  const bytes = value as { tobytes?: () => { toUint8Array(): Uint8Array }; toUint8Array?: () => Uint8Array };
  if (typeof bytes.tobytes === 'function') return canon(bytes.tobytes().toUint8Array());
  if (typeof bytes.toUint8Array === 'function') return canon(bytes.toUint8Array());
  throw new Error(`no form for ${String(value)}`);
}
