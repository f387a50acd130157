import type { Locale } from '@zhiyu/contracts/basics';

/** Every time of day that a message says is this zone's. */
const zone = 'Asia/Shanghai';
const dayMs = 86_400_000;

interface Parts {
  year: number;
  month: number;
  day: number;
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
  return { year: number('year'), month: number('month'), day: number('day'), clock };
}

const monthsEn = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const monthsFr = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const days: Record<
  Locale,
  { today: string; tomorrow: string; date: (parts: Parts) => string; year: (n: number) => string }
> = {
  zh: {
    today: '今天',
    tomorrow: '明天',
    date: ({ month, day }) => `${month}月${day}日`,
    year: (n) => `${n}年`,
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    date: ({ month, day }) => `${day} ${monthsEn[month - 1] ?? ''}`,
    year: (n) => ` ${n}`,
  },
  ja: {
    today: '今日',
    tomorrow: '明日',
    date: ({ month, day }) => `${month}月${day}日`,
    year: (n) => `${n}年`,
  },
  fr: {
    today: 'aujourd’hui',
    tomorrow: 'demain',
    date: ({ month, day }) => `${day === 1 ? '1er' : day} ${monthsFr[month - 1] ?? ''}`,
    year: (n) => ` ${n}`,
  },
};

/** 18:00 */
export function clockText(at: number): string {
  return partsOf(at).clock;
}

function dated(parts: Parts, thisYear: number, locale: Locale): string {
  const say = days[locale];
  if (parts.year === thisYear) {
    return say.date(parts);
  }
  const year = say.year(parts.year);
  return locale === 'zh' || locale === 'ja'
    ? `${year}${say.date(parts)}`
    : `${say.date(parts)}${year}`;
}

/** 11月24日, with the year where it is not this one. */
export function dayText(at: number, now: number, locale: Locale): string {
  return dated(partsOf(at), partsOf(now).year, locale);
}

const sameDay = (a: Parts, b: Parts) => a.year === b.year && a.month === b.month && a.day === b.day;

/** 今天 18:00, 明天 18:00, 11月24日 18:00; `at` and `now` in ms. */
export function timeText(at: number, now: number, locale: Locale): string {
  const parts = partsOf(at);
  const today = partsOf(now);
  if (sameDay(parts, today)) {
    return `${days[locale].today} ${parts.clock}`;
  }
  // China has no daylight saving time, so tomorrow is 24 hours on.
  if (sameDay(parts, partsOf(now + dayMs))) {
    return `${days[locale].tomorrow} ${parts.clock}`;
  }
  return `${dated(parts, today.year, locale)} ${parts.clock}`;
}

/** A time after a Chinese or Japanese character: a space stands only before a figure (在 11月24日, 在今天). */
export function inLine(time: string): string {
  return /^\d/.test(time) ? ` ${time}` : time;
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
