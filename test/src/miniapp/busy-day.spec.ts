import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Span {
  from: number;
  to: number;
}
interface MeetingsModule {
  daysToShow: (days: string[], times: number[], own: number[]) => string[];
  hoursFor: (spans: Span[]) => Span;
  placeIn: (day: string, hours: Span, span: Span) => { left: string; width: string } | null;
}

const { daysToShow, hoursFor, placeIn } = await appModule<MeetingsModule>(
  'features/staff-meetings/meetings.shared.ts',
);
const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000;
const days = ['02', '03', '04', '05', '06', '09', '10', '11'].map((day) => `2026-11-${day}`);

describe('the picture of who is free', () => {
  it('shows six days with a free time, the full ones between them, and those added by hand', () => {
    const free = days.filter((day) => day !== '2026-11-03').map((day) => at(day, 10));
    expect(daysToShow(days, free, [])).to.deep.equal(days.slice(0, 7));
    const own = at('2026-11-20', 19);
    expect(daysToShow(days, free, [own]).at(-1)).to.equal('2026-11-20');
    expect(daysToShow(days, [], []), 'nothing is free').to.deep.equal(days.slice(0, 6));
    expect(daysToShow(days, [at('2026-11-04', 9)], [])).to.deep.equal(days.slice(0, 3));
  });

  it('spans nine to six, and what was added outside it', () => {
    expect(hoursFor([])).to.deep.equal({ from: 9, to: 18 });
    const evening = { from: at('2026-11-02', 19.5), to: at('2026-11-02', 20.25) };
    expect(hoursFor([evening])).to.deep.equal({ from: 9, to: 21 });
  });

  it('places a span by its share of the day, cut at its ends; another day has none of it', () => {
    const hours = { from: 9, to: 18 };
    const span = { from: at('2026-11-02', 13.5), to: at('2026-11-02', 18) };
    expect(placeIn('2026-11-02', hours, span)).to.deep.equal({ left: '50.00%', width: '50.00%' });
    const whole = { from: at('2026-11-01', 0), to: at('2026-11-04', 0) };
    expect(placeIn('2026-11-02', hours, whole)).to.deep.equal({ left: '0.00%', width: '100.00%' });
    expect(placeIn('2026-11-03', hours, span)).to.equal(null);
  });
});
