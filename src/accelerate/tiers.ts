/**
 * Which faster tiers the algorithms may use. The plain tier is always available; tests switch the others off
 * and require the same answers from each.
 */
export interface Tiers {
  /** The platform's own functions: `Buffer.prototype.indexOf` on a `Uint8Array`, `TextDecoder`, ... */
  natives: boolean;
  /** SIMD kernels in WebAssembly. */
  wasm: boolean;
}

/** The tiers in force. Change them only through {@link setTiers}. */
export const tiers: Tiers = { natives: true, wasm: true };

/** Switches tiers on or off. Returns the previous setting. */
export function setTiers(next: Partial<Tiers>): Tiers {
  const before = { ...tiers };
  Object.assign(tiers, next);
  return before;
}
