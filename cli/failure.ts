// Errors that end the command early. Other files throw them; only main.ts prints them, in one line.

/** The command cannot continue: it was called wrongly, or something that it needs is missing. */
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
    /** The command whose help the message names; '' for the general help. */
    readonly command = '',
  ) {
    super(message);
  }
}
