// Without zod: the mini-app loads these words where it loads no schema.

/** So many applications are counted of a saved view; more are said to be more. */
export const viewCountAtMost = 999;
