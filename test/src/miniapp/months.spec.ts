import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface MonthsModule {
  monthsUntil: (now: number, count: number) => string[];
  monthIn: (text: string) => string | undefined;
}

describe('months that can be chosen', () => {
  let figures: MonthsModule;
  before(async () => {
    figures = await appModule<MonthsModule>('features/staff-shell/months.shared.ts');
  });

  it('are this one and those before it, as the calendar in China has it', () => {
    // 31 December 2026, 17:00 UTC: in China it is January.
    const months = figures.monthsUntil(Date.parse('2026-12-31T17:00:00Z'), 13);
    expect(months).to.have.length(13);
    expect([months[0], months.at(-1)]).to.deep.equal(['2027-01', '2026-01']);
    expect(figures.monthsUntil(Date.parse('2026-12-31T15:00:00Z'), 1)).to.deep.equal(['2026-12']);
  });

  it('an address that names none is none', () => {
    expect(figures.monthIn('2026-10')).to.equal('2026-10');
    expect(['2026-13', '2026-1', '', 'x'].map(figures.monthIn)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
