/** What somebody may say of himself, each by choice: for counting whether a process treats groups alike. */
export const groupAttributes = {
  sex: ['female', 'male', 'other'],
  age: ['under25', 'from25', 'from35', 'from45'],
  minority: ['no', 'yes'],
  disability: ['no', 'yes'],
} as const;

/** Groups of fewer people are not shown: a number about four people tells of each. */
export const leastGroup = 5;
