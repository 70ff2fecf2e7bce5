/** An expected failure: one sentence for a person, and the exact command that mends it or shows more. */
export class Failure extends Error {
  /**
   * @param {string} sentence what failed, and why if known
   * @param {string} [command] what to run
   */
  constructor(sentence, command) {
    super(sentence);
    this.name = 'Failure';
    this.command = command;
  }
}

/** An error as two lines: the sentence, then the command. A bug (any other error) keeps its stack. */
export function describeFailure(error) {
  if (!(error instanceof Failure))
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error.command ? `${error.message}\nRun: ${error.command}` : error.message;
}
