/** `72` → `1:12`, with `padded` `01:12`; an hour and more `1:02:03`. Never negative. */
export function clockText(seconds: number, padded = false): string {
  const whole = Math.max(0, Math.floor(seconds));
  const s = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes >= 60) {
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${s}`;
  }
  return `${padded ? String(minutes).padStart(2, '0') : minutes}:${s}`;
}

const zone = 'Asia/Shanghai';

function parts(at: number): { month: string; day: string; time: string; date: string } {
  const found = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const get = (type: string) => found.find((p) => p.type === type)?.value ?? '';
  return {
    month: get('month'),
    day: get('day'),
    time: `${get('hour')}:${get('minute')}`,
    date: `${get('year')}-${get('month')}-${get('day')}`,
  };
}

/** `18:00` in China. */
export function timeText(at: number): string {
  return parts(at).time;
}

/** `今天 18:00`, `明天 09:00` or `11月24日 18:00`; other languages by their own form. */
export function momentText(at: number, now: number, language: string): string {
  if (!language.startsWith('zh')) {
    return new Intl.DateTimeFormat(language, {
      timeZone: zone,
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(at));
  }
  const it = parts(at);
  if (it.date === parts(now).date) {
    return `今天 ${it.time}`;
  }
  if (it.date === parts(now + 86_400_000).date) {
    return `明天 ${it.time}`;
  }
  return `${it.month}月${it.day}日 ${it.time}`;
}

/** `11月24日`, or the language's own short day. */
export function dayText(at: number, language: string): string {
  if (!language.startsWith('zh')) {
    return new Intl.DateTimeFormat(language, {
      timeZone: zone,
      month: 'short',
      day: 'numeric',
    }).format(new Date(at));
  }
  const it = parts(at);
  return `${it.month}月${it.day}日`;
}

/** `12:31` on the same day, else the day: for places too narrow for both. */
export function shortText(at: number, now: number, language: string): string {
  return parts(at).date === parts(now).date ? parts(at).time : dayText(at, language);
}
