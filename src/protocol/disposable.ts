/**
 * What `using` needs, for platforms and compilers that do not have it yet. Callers: every class with a `release()`.
 */

// These merge with the declarations of TypeScript's own library, where a program includes them.
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
}

/** `Symbol.dispose` where the platform has it, otherwise the symbol that TypeScript's helpers fall back to. */
export const DISPOSE: typeof Symbol.dispose = ((Symbol as { dispose?: symbol }).dispose ??
  Symbol.for('Symbol.dispose')) as typeof Symbol.dispose;
