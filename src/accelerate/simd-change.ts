/** Calls the kernels of `kernels/change.ts` piece by piece: case, `translate`, tabs, strides, `replace`. */
import { copyBytes } from '../memory/index.js';
import { DROPPED, NEEDLE, OUTPUT, OUTPUT_SIZE, PIECE, REPLACEMENT, TABLE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn, copyInto, copyOut } from './pieces.js';

/**
 * Turns the case of the letters that lie in `alphabet` (given by its first letter) once `fold` is or-ed in.
 */
function turnCase(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
  fold: number,
  alphabet: number,
): void {
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.turnCase(n, fold, alphabet);
    copyOut(k, n, target, at + i - s);
  }
}

/** The kernel tier of the algorithm `upper`. */
export function upper(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  turnCase(k, m, s, e, target, at, 0, 0x61);
}

/** The kernel tier of the algorithm `lower`. */
export function lower(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  turnCase(k, m, s, e, target, at, 0, 0x41);
}

/** The kernel tier of the algorithm `swapcase`. */
export function swapcase(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  turnCase(k, m, s, e, target, at, 0x20, 0x61);
}

/** The kernel tier of the algorithm `title`. */
export function title(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  let inWord = 0;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    inWord = run.title(n, inWord);
    copyOut(k, n, target, at + i - s);
  }
}

/** Writes `m[s .. e)` through the table `tm[ts .. ts+256)`. Returns whether that changed a byte. */
export function translate(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  tm: Uint8Array,
  ts: number,
  target: Uint8Array,
  at: number,
): boolean {
  const { run } = k;
  copyInto(k.memory, tm, ts, ts + 256, TABLE);
  let changed = false;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.translate(n);
    changed ||= run.isChanged(n) !== 0;
    copyOut(k, n, target, at + i - s);
  }
  return changed;
}

/** Puts the set `dm[ds .. de)` where `squeeze` looks for it. */
function copySet(memory: Uint8Array, dm: Uint8Array, ds: number, de: number): void {
  for (let i = DROPPED; i < DROPPED + 32; i++) memory[i] = 0;
  for (let i = ds; i < de; i++) {
    const byte = dm[i]!;
    memory[DROPPED + (byte & 15) + ((byte >> 7) << 4)]! |= 1 << ((byte >> 4) & 7);
  }
}

/**
 * Writes `m[s .. e)` without the bytes of the set `dm[ds .. de)` and sends the others through the table
 * (null: unchanged). Returns the number of bytes written, or -1 if that would have changed nothing.
 */
export function squeeze(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  tm: Uint8Array | null,
  ts: number,
  dm: Uint8Array,
  ds: number,
  de: number,
  target: Uint8Array,
  at: number,
): number {
  const { run, memory } = k;
  copySet(memory, dm, ds, de);
  if (tm !== null) copyInto(memory, tm, ts, ts + 256, TABLE);
  let changed = false;
  const start = at;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    if (tm !== null) {
      run.translate(n);
      changed ||= run.isChanged(n) !== 0;
    }
    const written = run.squeeze(n, tm === null ? 0 : 1);
    changed ||= written !== n;
    copyOut(k, written, target, at);
    at += written;
  }
  return changed ? at - start : -1;
}

/** The length of `m[s .. e)` with tabs expanded to columns that are multiples of `size` (1 to TAB_LIMIT). */
export function expandedLength(k: KernelInstance, m: Uint8Array, s: number, e: number, size: number): number {
  const { run, state } = k;
  let length = 0;
  let column = 0;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    length += run.expandTabs(n, size, column, 0);
    column = state[0]!;
  }
  return length;
}

/**
 * Writes what {@link expandedLength} has measured, up to `end`. If another thread changes the memory in
 * between, the result may be shorter, and it never runs past `end`.
 */
export function expandtabs(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  size: number,
  target: Uint8Array,
  at: number,
  end: number,
): void {
  const { run, memory, state } = k;
  const most = Math.min(PIECE, Math.floor(OUTPUT_SIZE / size));
  let column = 0;
  for (let i = s; i < e; i += most) {
    const n = Math.min(most, e - i);
    copyIn(k, m, i, i + n);
    const written = Math.min(run.expandTabs(n, size, column, 1), end - at);
    column = state[0]!;
    target.set(memory.subarray(OUTPUT, OUTPUT + written), at);
    at += written;
  }
  if (at < end) target.fill(0x20, at, end);
}

/** Writes `count` bytes of m, `step` (2 to GATHER_LIMIT) apart, from `first` on. */
export function gather(
  k: KernelInstance,
  m: Uint8Array,
  first: number,
  step: number,
  count: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  const most = Math.floor(PIECE / step / 16) * 16;
  for (let i = 0; i < count; i += most) {
    const n = Math.min(most, count - i);
    const from = first + i * step;
    copyIn(k, m, from, from + (n - 1) * step + 1);
    run.gather(n, step);
    copyOut(k, n, target, at + i);
  }
}

/**
 * Writes bytes of `vm` from `vs` on into m, `step` (2 to GATHER_LIMIT) apart, from `first` on. It handles
 * only whole groups of 16 out of `count` and returns the number of bytes written.
 */
export function scatter(
  k: KernelInstance,
  m: Uint8Array,
  first: number,
  step: number,
  count: number,
  vm: Uint8Array,
  vs: number,
): number {
  const { run, memory } = k;
  const most = Math.floor(PIECE / step / 16) * 16;
  // The last group may reach past the end of the content, where the bytes belong to someone else.
  const whole = Math.floor((count - 1) / 16) * 16;
  for (let i = 0; i < whole; i += most) {
    const n = Math.min(most, whole - i);
    const from = first + i * step;
    copyIn(k, vm, vs + i, vs + i + n);
    copyInto(memory, m, from, from + n * step, OUTPUT);
    run.scatter(n, step);
    copyOut(k, n * step, m, from);
  }
  return whole;
}

/** Writes `m[s .. e)` with each byte `from` replaced by `to`. */
export function exchange(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  from: number,
  to: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.exchange(n, from, to);
    copyOut(k, n, target, at + i - s);
  }
}

/** Writes `m[s .. e)` in reverse. */
export function reverse(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  const { run } = k;
  for (let end = e; end > s; end -= PIECE) {
    const n = Math.min(PIECE, end - s);
    copyIn(k, m, end - n, end);
    run.reverse(n);
    copyOut(k, n, target, at + e - end);
  }
}

/**
 * Writes `m[s .. e)` with `times` needles `om[os .. oe)` replaced. The caller has counted them and made
 * exactly enough room.
 *
 * @returns false if the number of needles differs because another thread has changed the memory; the result
 *   is then incomplete
 */
export function replace(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  om: Uint8Array,
  os: number,
  oe: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  times: number,
  target: Uint8Array,
  at: number,
): boolean {
  const { run, memory, state } = k;
  const from = oe - os;
  const to = ne - ns;
  const end = at + e - s + times * (to - from);
  copyInto(memory, om, os, oe, NEEDLE);
  copyInto(memory, nm, ns, ne, REPLACEMENT);
  let i = s;
  while (times > 0) {
    const n = Math.min(PIECE, e - i);
    const last = i + n === e ? 1 : 0;
    copyIn(k, m, i, i + n);
    times -= run.replace(n, from, 0, from - 1, to, Math.min(times, PIECE), last);
    i += state[0]!;
    const written = state[1]!;
    if (at + written > end || (times > 0 && i === e)) return false;
    copyOut(k, written, target, at);
    at += written;
  }
  if (e - i !== end - at) return false;
  copyBytes(m, i, e, target, at);
  return true;
}
