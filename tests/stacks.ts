/** Errors without stacks, for tests in which hundreds of thousands of calls raise and nobody reads where. */

/** The errors of the tests in this file have no stacks: V8 takes longer for a stack than for the call that raises. */
export function withoutStacks(): void {
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
}
