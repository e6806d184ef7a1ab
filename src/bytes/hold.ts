/**
 * Leases that last while user code runs. This file uses only the hooks that pin bytes and bytearrays, so
 * functions that read any bytes, such as checksums, do not pull in the classes.
 */
import type { Content } from '../memory/index.js';
import { endLease, lease } from '../protocol/index.js';
import { layoutSymbol } from '../python/index.js';

export const PIN: unique symbol = /* @__PURE__ */ layoutSymbol('pin') as never;
export const UNPIN: unique symbol = /* @__PURE__ */ layoutSymbol('unpin') as never;

interface Pinnable {
  [PIN]?(): void;
  [UNPIN]?(): void;
}

/** Starts a lease that lasts while more user code runs. It pins a bytearray. */
export function hold(value: unknown): Content {
  return pinned(lease(value));
}

/** Turns a lease into one of {@link hold}. */
export function pinned(content: Content): Content {
  (content as Pinnable)[PIN]?.();
  return content;
}

/** Ends a lease of {@link hold}. */
export function letGo(content: Content): void {
  (content as Pinnable)[UNPIN]?.();
  endLease(content);
}
