/** Most follow-up questions of one interview where the position's plan says nothing. */
export const usualFollowUps = 2;
