import { clockText, dayText, inLine, spanText, timeText } from '@zhiyu/server/notify/time-text';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';

const at = (iso: string) => Date.parse(`${iso}+08:00`);
const now = at('2026-11-22T10:16:00');
const inAll = (moment: string) => locales.map((locale) => timeText(at(moment), now, locale));

describe('times in messages', () => {
  it('say today, tomorrow or the date, in four languages', () => {
    expect(inAll('2026-11-22T18:00:00')).to.deep.equal([
      '今天 18:00',
      'today 18:00',
      '今日 18:00',
      'aujourd’hui 18:00',
    ]);
    expect(inAll('2026-11-23T00:05:00')).to.deep.equal([
      '明天 00:05',
      'tomorrow 00:05',
      '明日 00:05',
      'demain 00:05',
    ]);
    expect(inAll('2026-11-24T18:00:00')).to.deep.equal([
      '11月24日 18:00',
      '24 Nov 18:00',
      '11月24日 18:00',
      '24 novembre 18:00',
    ]);
  });

  it('add the year where it is not this one', () => {
    expect(inAll('2027-02-01T09:30:00')).to.deep.equal([
      '2027年2月1日 09:30',
      '1 Feb 2027 09:30',
      '2027年2月1日 09:30',
      '1er février 2027 09:30',
    ]);
  });

  it('count days by the calendar of Shanghai, not by 24 hours', () => {
    const lateEvening = at('2026-11-22T23:50:00');
    expect(timeText(at('2026-11-23T00:10:00'), lateEvening, 'zh')).to.equal('明天 00:10');
    expect(timeText(at('2026-11-22T00:00:00'), lateEvening, 'zh')).to.equal('今天 00:00');
    expect(timeText(at('2026-11-21T23:59:00'), lateEvening, 'zh')).to.equal('11月21日 23:59');
    expect(clockText(Date.UTC(2026, 10, 22, 16, 0))).to.equal('00:00');
    expect(dayText(Date.UTC(2026, 10, 22, 16, 0), now, 'zh')).to.equal('11月23日');
  });

  it('say lengths as a person would', () => {
    const minute = 60_000;
    const spans = [0, 4000, 59_400, minute, 72 * minute, 120 * minute, 72 * 60 * minute];
    expect(spans.map((ms) => spanText(ms, 'zh'))).to.deep.equal([
      '1 秒',
      '4 秒',
      '59 秒',
      '1 分',
      '1 小时 12 分',
      '2 小时',
      '3 天',
    ]);
    expect(spanText(72 * minute, 'fr')).to.equal('1 h 12 min');
  });

  it('stand in a Chinese line with a space only before a figure', () => {
    expect(['今天 18:00', '11月24日 18:00'].map((time) => `在${inLine(time)} 前`)).to.deep.equal([
      '在今天 18:00 前',
      '在 11月24日 18:00 前',
    ]);
  });
});
