/** Types of calls.mjs, for callers in TypeScript. */
type Calls = Readonly<Record<string, unknown>>;

export declare const reprOf: (value: unknown) => string;
export declare function tryCalls(host: {
  readonly right: Calls;
  readonly errors: Calls;
  readonly neither: Calls;
}): Promise<(readonly [name: string, wrong: string | null])[]>;
