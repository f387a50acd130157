import type { SearchPool } from '@zhiyu/contracts/talent-pool';

/** What is asked of place, languages and moving; empty: anything. */
export interface Across {
  country: string;
  language: string;
  level: NonNullable<SearchPool['level']> | '';
  move: NonNullable<SearchPool['move']> | '';
}
export const anywhere: Across = { country: '', language: '', level: '', move: '' };

/** A level says nothing without its language. */
export function acrossInput({ country, language, level, move }: Across): SearchPool {
  return {
    ...(country === '' ? {} : { country }),
    ...(language === '' ? {} : { language }),
    ...(language === '' || level === '' ? {} : { level }),
    ...(move === '' ? {} : { move }),
  };
}

const monthMs = 30 * 86_400_000;

/** A consent that ends within 30 days is shown as ending. @param until, now milliseconds */
export function poolSoon(until: number, now: number): boolean {
  return until - now <= monthMs;
}

/** 2027-11-18: the day in China, with its year. @param at milliseconds */
export function isoDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
