import { Injectable } from '@nestjs/common';
import { AddressBook } from '../notify/address-book.js';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';

const dayMs = 86_400_000;

/** 0 = Sunday, of a day as YYYY-MM-DD. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The last day with this weekday up to `day`, itself included; 1 = Monday. */
export function lastWeekday(day: string, weekday: number): string {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return shanghaiDay(shanghaiHour(day, 0) - back * dayMs);
}

/** HH:MM in Asia/Shanghai. */
export function clockOf(moment: number): string {
  const minutes = Math.floor((moment - shanghaiHour(shanghaiDay(moment), 0)) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The company's working days and the hours in which its people are reminded, Asia/Shanghai. */
@Injectable()
export class WorkingTime {
  constructor(private readonly book: AddressBook) {}

  /** The first working day from `day` on. */
  async dayFrom(companyId: string, day: string): Promise<string> {
    return shanghaiDay(await this.book.workingFrom(companyId, shanghaiHour(day, 0)));
  }

  async isWorking(companyId: string, day: string): Promise<boolean> {
    return (await this.dayFrom(companyId, day)) === day;
  }

  /** The next moment from `now` on at which a working day's clock shows `hour` and a half. */
  async nextHalfPast(companyId: string, hour: number, now: number): Promise<number> {
    const today = shanghaiDay(now);
    const later = now < shanghaiHour(today, hour + 0.5) ? today : shanghaiDay(now + dayMs);
    return shanghaiHour(await this.dayFrom(companyId, later), hour + 0.5);
  }
}
