/** How a command tells what it found: text for people, or the same as JSON; and whether all went well. */
export type Print = (value: unknown, text: string, isWell?: boolean) => void;
