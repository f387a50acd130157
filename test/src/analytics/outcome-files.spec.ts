import { outcomeTexts } from '@zhiyu/contracts/outcome-texts';
import { outcomeRates, outcomeTimes, trendParts } from '@zhiyu/contracts/outcomes';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { readSheetFile } from '@zhiyu/server/platform/sheet/read-sheet';
import { Company } from '@zhiyu/server/staff/company.entity';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { anApplication } from '../factories/application.js';
import {
  type ACompany,
  aCompany,
  anotherSession,
  type AStaff,
  aStaff,
} from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const day = 86_400_000;
const asked = { days: '30' as const, scope: 'all' as const };
const query = '?days=30&scope=all';

describe('trend and export of the figures (R53, R65)', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let position: APosition;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    position = await aPosition(app, { company, ownerId: hr.id });
    const now = app.clock.now();
    // Applied 1, 9, 17 … days ago; every other one withdrew.
    for (let n = 0; n < 8; n++) {
      const { id } = await anApplication(app, { position });
      const stage = n % 2 === 0 ? ('withdrawn' as const) : ('review' as const);
      await app.database
        .read(Application)
        .update({ id }, { createdAt: now - (1 + 8 * n) * day, stage });
    }
  });
  after(() => app.stop());

  const file = async (name: string, of = hr, more = query) =>
    app.client.raw(`${rawPaths.outcomeFile}/${name}${more}`, {}, await anotherSession(app, of));
  const lines = async () =>
    await readSheetFile(new Uint8Array(await (await file('figures.csv')).arrayBuffer()), 'a.csv');

  it('has twelve parts whose sums are the two periods', async () => {
    const session = await anotherSession(app, hr);
    const outcomes = await app.api(routes.outcomes, asked, session);
    const trend = await app.api(routes.outcomeTrend, asked, session);
    expect(trend.ends).to.have.length(trendParts);
    expect(trend.from).to.be.closeTo(outcomes.before, 60_000);
    expect(trend.rates.map(({ name }) => name)).to.deep.equal([...outcomeRates]);
    expect(trend.times.map(({ name }) => name)).to.deep.equal([...outcomeTimes]);
    const loss = trend.rates.find(({ name }) => name === 'loss')?.parts ?? [];
    const half = trendParts / 2;
    const sum = (parts: typeof loss, of: 'hits' | 'of') =>
      parts.reduce((total, part) => total + part[of], 0);
    const whole = outcomes.rates.find(({ name }) => name === 'loss');
    for (const of of ['hits', 'of'] as const) {
      expect(sum(loss.slice(half), of)).to.equal(whole?.now[of]);
      expect(sum(loss.slice(0, half), of)).to.equal(whole?.before[of]);
    }
    // 1, 9, 17, 25, 33, 41, 49, 57 days ago in parts of five days, oldest first.
    expect(loss.map(({ of }) => of)).to.deep.equal([1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1]);
  });

  it('says in CSV each figure of each span with how it is counted', async () => {
    const [head = [], ...rows] = await lines();
    expect(head.slice(0, 6)).to.deep.equal(['部分', '指标', '从', '到', '值', '单位']);
    const figures = outcomeRates.length + outcomeTimes.length;
    const of = (part: string) => rows.filter((row) => row[0] === part);
    expect(of('现在')).to.have.length(figures);
    expect(of('之前')).to.have.length(figures);
    expect(of('趋势')).to.have.length(figures * trendParts);
    const { name, how } = outcomeTexts.zh;
    const loss = of('现在').find((row) => row[1] === name.loss);
    expect(loss?.slice(4)).to.deep.equal(['50', '%', '15', '85', '2', '4', how.loss]);
    const cycle = of('现在').find((row) => row[1] === name.cycle);
    expect(cycle?.slice(4, 6)).to.deep.equal(['', '小时（中位数）']);
    expect(cycle?.at(-1)).to.equal(how.cycle);
  });

  it('has in XLSX the same table and a sheet about it, where a company’s name stays a text', async () => {
    await app.database.read(Company).update({ id: company.id }, { name: '=HYPERLINK("x")' });
    const response = await file('figures.xlsx');
    expect(response.headers.get('content-disposition')).to.contain('zhiyu-figures-30.xlsx');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(await readSheetFile(bytes, 'a.xlsx')).to.deep.equal(await lines());
    const about = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(about).to.contain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)');
    expect(about).not.to.match(/<f[\s>]/);
    expect(about).to.contain(outcomeTexts.zh.how.promises);
  });

  it('writes each export down, and refuses whom the figures are refused', async () => {
    const exports = () =>
      app.database.read(AuditEntry).findBy({ companyId: company.id, verb: 'outcomes.export' });
    const before = (await exports()).length;
    expect((await file('figures.csv')).status).to.equal(200);
    const interviewer = await aStaff(app, { company, roles: ['interviewer'] });
    expect((await file('figures.xlsx', interviewer)).status).to.equal(403);
    const found = (await exports()).slice(before);
    expect(found.map(({ actor, object, allowed }) => [actor, object, allowed])).to.deep.equal([
      [`staff:${hr.id}`, 'csv', true],
      [`staff:${interviewer.id}`, 'xlsx', false],
    ]);
    expect((await file('figures.pdf')).status).to.equal(404);
    expect((await file('figures.csv', hr, '?days=7&scope=all')).status).to.equal(400);
  });
});
