/** The longest answer in prose, in UTF-16 code units. */
export const MAX_ANSWER_LENGTH = 100_000;
