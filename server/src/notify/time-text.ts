import type { Locale } from '@zhiyu/contracts/basics';

/** Every time of day that a message says is this zone's. */
const zone = 'Asia/Shanghai';

interface Parts {
  year: number;
  month: number;
  day: number;
  /** 0 = Sunday. */
  weekday: number;
  clock: string;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: number): Parts {
  const found = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(found.get(type));
  const clock = `${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`;
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, clock };
}

const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthsFr = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

interface Calendar {
  /** From Sunday on. */
  weekdays: string[];
  /** The day with its year where that is another one than now. */
  date: (parts: Parts, year: number | null) => string;
  moment: (date: string, weekday: string, clock: string) => string;
}

const eastern = ({ month, day }: Parts, year: number | null) =>
  `${year === null ? '' : `${year}年`}${month}月${day}日`;
const western = (day: string, month: string | undefined, year: number | null) =>
  [day, month ?? '', ...(year === null ? [] : [year])].join(' ');

const calendars: Record<Locale, Calendar> = {
  zh: {
    weekdays: '周日 周一 周二 周三 周四 周五 周六'.split(' '),
    date: eastern,
    moment: (date, weekday, clock) => `${date} ${weekday} ${clock}`,
  },
  en: {
    weekdays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
    date: ({ month, day }, year) => western(String(day), monthsEn[month - 1], year),
    moment: (date, weekday, clock) => `${weekday} ${date}, ${clock}`,
  },
  ja: {
    weekdays: '日 月 火 水 木 金 土'.split(' '),
    date: eastern,
    moment: (date, weekday, clock) => `${date}(${weekday}) ${clock}`,
  },
  fr: {
    weekdays: 'dim. lun. mar. mer. jeu. ven. sam.'.split(' '),
    date: ({ month, day }, year) =>
      western(day === 1 ? '1er' : String(day), monthsFr[month - 1], year),
    moment: (date, weekday, clock) => `${weekday} ${date}, ${clock}`,
  },
};

/** 18:00 */
export function clockText(at: number): string {
  return partsOf(at).clock;
}

/** 11月24日, with the year where it is not this one. */
export function dayText(at: number, now: number, locale: Locale): string {
  const parts = partsOf(at);
  const year = parts.year === partsOf(now).year ? null : parts.year;
  return calendars[locale].date(parts, year);
}

/**
 * 11月24日 周二 18:00; `at` and `now` in ms. Never a day that counts from the reader's own (明天): a card is read later
 * than it was written.
 */
export function timeText(at: number, now: number, locale: Locale): string {
  const { weekday, clock } = partsOf(at);
  const { weekdays, moment } = calendars[locale];
  return moment(dayText(at, now, locale), weekdays[weekday] ?? '', clock);
}

/** A time after a Chinese or Japanese character: a space stands before its figure (在 11月24日). */
export function inLine(time: string): string {
  return ` ${time}`;
}

const units: Record<Locale, { second: string; minute: string; hour: string; day: string }> = {
  zh: { second: '秒', minute: '分', hour: '小时', day: '天' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  ja: { second: '秒', minute: '分', hour: '時間', day: '日' },
  fr: { second: 's', minute: 'min', hour: 'h', day: 'j' },
};

/** A length of time: 4 秒, 12 分, 1 小时 12 分, 3 天; at least one second. */
export function spanText(ms: number, locale: Locale): string {
  const say = units[locale];
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) {
    return `${seconds} ${say.second}`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes} ${say.minute}`;
  }
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} ${say.hour}${rest === 0 ? '' : ` ${rest} ${say.minute}`}`;
  }
  return `${Math.round(minutes / (24 * 60))} ${say.day}`;
}
