/** A text that is written as it is: fit for a terminal already, with colours or a last line end of its own. */
export interface Painted {
  readonly painted: string;
}

/** How a command tells what it found. */
export interface Print {
  /** Text for people, or the same as JSON; and whether all went well. */
  (value: unknown, text: string | Painted, isWell?: boolean): void;
  /** Ends the command with status 1; what went wrong has been told. */
  fail(): void;
}
