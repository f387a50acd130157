/** So many graded answers are needed before anything is learned, and so many are asked for. */
export const fewestGrades = 10;
export const wantedGrades = 20;
/** Cards with one answer to grade, a day and a person, at most. */
export const mostCardsADay = 5;
