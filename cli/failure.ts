// What ends the command early. main.ts prints it in one line; every other file only throws it.

/** The command cannot go on: a wrong call of it, or something that it needs is not there. */
export class Failure extends Error {
  constructor(
    message: string,
    /** Exit status: 2 for a wrong call or something missing, 1 for what the checked program did. */
    readonly status = 2,
  ) {
    super(message);
  }
}

/** The command was called wrongly. */
export class UsageFailure extends Failure {
  constructor(
    message: string,
    /** The command whose help to read; '' for that of all of them. */
    readonly command = '',
  ) {
    super(message);
  }
}
