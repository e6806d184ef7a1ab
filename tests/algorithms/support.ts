// What the tests of algorithms share: running a function on every tier, and contents that lie
// inside larger memory.
import { setTiers } from '../../src/accelerate/tiers.js';
import { LENGTH, MEMORY, START } from '../../src/memory/index.js';
import type { Content } from '../../src/memory/index.js';

/** Every combination of tiers that a platform may have; the plain one is first. */
export const TIERS = [
  { natives: false, wasm: false },
  { natives: true, wasm: false },
  { natives: false, wasm: true },
  { natives: true, wasm: true },
] as const;

/** The results of a function on all tiers, the plain one first. */
export function onEveryTier<T>(work: () => T): T[] {
  const before = setTiers({});
  try {
    return TIERS.map((tiers) => {
      setTiers(tiers);
      return work();
    });
  } finally {
    setTiers(before);
  }
}

/** Recognizes most equal values without `toEqual`, which takes milliseconds for a list of pieces. */
function alike(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}

/** Checks that all tiers agree, and returns their result. */
export function agreed<T>(work: () => T): T {
  const [plain, ...others] = onEveryTier(work);
  for (const other of others) if (!alike(other, plain)) expect(other).toEqual(plain);
  return plain!;
}

/** Bytes of Latin-1 text. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** Bytes as Latin-1 text. */
export function textOf(content: Content): string {
  return textIn(content[MEMORY], content[START], content[START] + content[LENGTH]);
}

export function textIn(m: Uint8Array, s: number, e: number): string {
  return Buffer.from(m.buffer, m.byteOffset + s, e - s).toString('latin1');
}

/**
 * The same bytes inside a longer memory, `lead` bytes from its start and surrounded by `fill`. Half of these
 * memories are long enough for words.
 */
export function placed(bytes: Uint8Array, lead: number, fill: number): [m: Uint8Array, s: number, e: number] {
  const behind = (lead + bytes.length) % 2 === 0 ? 9 : 4096;
  const m = new Uint8Array(lead + bytes.length + behind).fill(fill);
  m.set(bytes, lead);
  return [m, lead, lead + bytes.length];
}

/** The result of a call, or the exception as Python prints it. */
export function outcome<T>(work: () => T): T | { error: string } {
  try {
    return work();
  } catch (error) {
    return { error: `${(error as Error).name}: ${(error as Error).message}` };
  }
}

/** Random bytes that repeat from run to run. */
export function noise(length: number, alphabet = 256, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = (state >>> 16) % alphabet;
  }
  return bytes;
}

/** Whether two memories have the same content, without `toEqual`, which takes milliseconds. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Sizes around each threshold of the algorithms and of the kernels' pieces. */
export const SIZES = [
  0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1024, 1025, 16385,
];

/** Each size at each alignment; large ones at one. */
export function everywhere(check: (bytes: Uint8Array, lead: number) => void): void {
  for (const size of SIZES) {
    for (const lead of size > 256 ? [1] : [0, 1, 2, 3, 8]) check(noise(size, 256, size + lead), lead);
  }
}

/** A memory that counts reads of its bytes. */
export function counted(bytes: Uint8Array): { memory: Uint8Array; reads: () => number } {
  let reads = 0;
  const memory = new Proxy(bytes, {
    get(target, key) {
      reads++;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  return { memory, reads: () => reads };
}
