/** What `using` needs on platforms and compilers without it. Every class with a `release()` uses it. */

// These merge with the declarations of TypeScript's own library in programs that include them.
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
}

/** `Symbol.dispose` if the platform has it, otherwise the symbol that TypeScript's helpers fall back to. */
export const DISPOSE: typeof Symbol.dispose = ((Symbol as { dispose?: symbol }).dispose ??
  Symbol.for('Symbol.dispose')) as typeof Symbol.dispose;
