/** A Python that is measured. */
export interface Implementation {
  readonly name: string;
  /** Starts it; null where it is not installed. */
  open(): Promise<Running | null>;
}
export interface Running {
  readonly version: string;
  /** What a program prints. One that fails prints its error as its last line. */
  run(program: string): string | Promise<string>;
}

/** CPython 3.15. */
export const judge: Implementation;
export const implementations: readonly Implementation[];
