/** So many tags has one person of the talent pool at most, and so many letters one tag. */
export const poolTagsAtMost = 10;
export const poolTagLetters = 20;
