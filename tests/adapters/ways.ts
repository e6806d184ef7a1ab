/**
 * Notes which of a host's own functions a program reaches, to tell an adapter's short ways from the host's. Callers:
 * the tests of both hosts.
 */

type Holder = Record<string, unknown>;
type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Notes calls of functions, by `NAME.function`, from before an adapter wraps them. */
export class Noted {
  private readonly calls: string[] = [];

  /** Replaces functions of an object by ones that note their calls. */
  over(title: string, holder: object, ...names: string[]): this {
    for (const name of names) {
      const before = (holder as Holder)[name] as Call;
      const { calls } = this;
      const noted = function (this: unknown, ...args: unknown[]) {
        calls.push(`${title}.${name}`);
        return before.apply(this, args);
      };
      // Brython reads properties of its functions.
      (holder as Holder)[name] = Object.assign(noted, before);
    }
    return this;
  }

  /** The calls since the last time, each once, in the order of their names. */
  taken(): string[] {
    return [...new Set(this.calls.splice(0))].sort();
  }
}

/** The source of a program, what it prints, and what it reaches. */
export type Way = readonly [source: string, printed: string, reached: string];

/** Runs programs one after the other, and gives them as {@link Way}s, to compare with those wanted. */
export function waysOf(run: (source: string) => string, noted: Noted, wanted: readonly Way[]): Way[] {
  return wanted.map(([source]) => {
    noted.taken();
    const printed = run(source).trimEnd();
    return [source, printed, noted.taken().join(' ')];
  });
}
