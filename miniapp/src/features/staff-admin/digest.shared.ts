import type { DigestPlan, DigestState, Rhythm } from '@zhiyu/contracts/digest';

/** Monday to Friday, as the plan counts them. */
export const weekdays = [1, 2, 3, 4, 5] as const;

export const rhythms: readonly Rhythm[] = ['weekly', 'daily', 'off'];

/** Every half hour outside the quiet hours (contract). */
export const times: readonly string[] = Array.from({ length: 28 }, (_, n) => {
  const hour = String(8 + Math.floor(n / 2)).padStart(2, '0');
  return `${hour}:${n % 2 === 0 ? '00' : '30'}`;
});

/** What can be chosen, without what the server adds. */
export function planOf({ rhythm, weekday, time, group, monthly }: DigestState): DigestPlan {
  return { rhythm, weekday, time, group, monthly };
}

export function samePlan(one: DigestPlan, other: DigestPlan): boolean {
  return (
    one.rhythm === other.rhythm &&
    one.weekday === other.weekday &&
    one.time === other.time &&
    one.group === other.group &&
    one.monthly === other.monthly
  );
}
