import { read, write } from '../../platform/kept';

/** How somebody watches and reads: kept on the device, for the next interview as well. */
type Habit = 'speed' | 'whole';

const keyOf = (habit: Habit) => `zhiyu.review.${habit}`;

/** Null where nothing was chosen, or where the browser keeps nothing. */
export function habitOf(habit: Habit): string | null {
  try {
    return read('device', keyOf(habit));
  } catch {
    return null;
  }
}

export function keepHabit(habit: Habit, value: string): void {
  try {
    write('device', keyOf(habit), value);
  } catch {
    // Where nothing is kept it holds until the page closes.
  }
}
