/**
 * Working days after the interview within which what one owes is fresh: a thing that was promised, or
 * the answer to a question that was left open. The site says the same in words.
 */
export const OWED_WITHIN = 3;
