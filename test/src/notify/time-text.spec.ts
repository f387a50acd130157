import { clockText, dayText, inLine, spanText, timeText } from '@zhiyu/server/notify/time-text';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';

const at = (iso: string) => Date.parse(`${iso}+08:00`);
const now = at('2026-11-22T10:16:00');
const inAll = (moment: string) => locales.map((locale) => timeText(at(moment), now, locale));

describe('times in messages', () => {
  it('say day, weekday and clock, in four languages, and never a day that counts from the reader’s', () => {
    expect(inAll('2026-11-22T22:00:00')).to.deep.equal([
      '11月22日 周日 22:00',
      'Sun 22 Nov, 22:00',
      '11月22日(日) 22:00',
      'dim. 22 nov., 22:00',
    ]);
    expect(inAll('2026-11-23T00:05:00')).to.deep.equal([
      '11月23日 周一 00:05',
      'Mon 23 Nov, 00:05',
      '11月23日(月) 00:05',
      'lun. 23 nov., 00:05',
    ]);
    expect(inAll('2026-12-01T18:00:00')).to.deep.equal([
      '12月1日 周二 18:00',
      'Tue 1 Dec, 18:00',
      '12月1日(火) 18:00',
      'mar. 1er déc., 18:00',
    ]);
  });

  it('read the same whenever in a year they were written', () => {
    const moment = at('2026-11-22T18:00:00');
    for (const written of ['2026-11-20T09:00:00', '2026-11-21T23:59:00', '2026-11-22T08:00:00']) {
      expect(timeText(moment, at(written), 'zh')).to.equal('11月22日 周日 18:00');
    }
  });

  it('add the year where it is not this one', () => {
    expect(inAll('2027-02-01T09:30:00')).to.deep.equal([
      '2027年2月1日 周一 09:30',
      'Mon 1 Feb 2027, 09:30',
      '2027年2月1日(月) 09:30',
      'lun. 1er févr. 2027, 09:30',
    ]);
    expect(dayText(at('2027-02-01T09:30:00'), now, 'zh')).to.equal('2027年2月1日');
  });

  it('take the day by the calendar of Shanghai', () => {
    expect(clockText(Date.UTC(2026, 10, 22, 16, 0))).to.equal('00:00');
    expect(timeText(Date.UTC(2026, 10, 22, 16, 0), now, 'zh')).to.equal('11月23日 周一 00:00');
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

  it('stand in a Chinese line with a space before the figure', () => {
    expect(`在${inLine('11月24日 周二 18:00')} 前`).to.equal('在 11月24日 周二 18:00 前');
  });
});
