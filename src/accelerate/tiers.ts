/**
 * Which faster tiers the algorithms may take. The plain tier is always there; tests switch the others off to demand the
 * same answers of all of them.
 */
export interface Tiers {
  /** The platform's own functions: `Buffer.prototype.indexOf` on a `Uint8Array`, `TextDecoder`, ... */
  natives: boolean;
  /** SIMD kernels in WebAssembly. */
  wasm: boolean;
}

/** The tiers in force: read it, change it with {@link setTiers} only. */
export const tiers: Tiers = { natives: true, wasm: true };

/** Switches tiers on or off; returns how they were. */
export function setTiers(next: Partial<Tiers>): Tiers {
  const before = { ...tiers };
  Object.assign(tiers, next);
  return before;
}
