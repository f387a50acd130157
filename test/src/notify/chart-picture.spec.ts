import { ChartPictures } from '@zhiyu/server/notify/pictures/chart-pictures';
import { chartPictureOf, chartSvg } from '@zhiyu/server/notify/pictures/chart-svg';
import { expect } from 'chai';
import { aCard } from '../bots/channel-stand.js';
import { startApp, type TestApp } from '../harness/app.js';

const values = [3, 0, 12];
const points = values.map((value, n) => ({ label: `11月${n + 16}日`, value }));
const chart = { type: 'chart' as const, label: '每天的投递', points };
const digest = aCard({ kind: 'digest', title: '3 位在等 <决定> & 更多', blocks: [chart] });

/** The heights of the columns, in their order. */
function heights(svg: string): number[] {
  return [...svg.matchAll(/height="([\d.]+)" rx=/g)].map(([, height]) => Number(height));
}

describe('the picture of a chart', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('has a column for each number in its measure, with the number and the day', () => {
    const svg = chartSvg(chartPictureOf(digest)!);
    const [three, none, twelve] = heights(svg) as [number, number, number];
    expect(twelve / three).to.be.closeTo(4, 0.01);
    expect(none).to.be.lessThan(5);
    for (const { label, value } of points) {
      expect(svg).to.include(`>${label}<`).and.to.include(`>${value}<`);
    }
  });

  it('takes no word for a mark of its language, and cuts what has no room', () => {
    const svg = chartSvg(chartPictureOf({ ...digest, eyebrow: '很长'.repeat(80) })!);
    expect(svg).to.include('3 位在等 &#60;决定&#62; &#38; 更多').and.to.include('…');
    expect(svg).to.not.include('很长'.repeat(40));
  });

  it('is a PNG of a size that every chat takes, drawn with Chinese letters', async () => {
    const pictures = app.get(ChartPictures);
    const png = await pictures.of(digest);
    expect(png?.subarray(0, 8).toString('hex')).to.equal('89504e470d0a1a0a');
    expect(png?.readUInt32BE(16)).to.equal(1080);
    expect(png!.length).to.be.within(5_000, 200_000);
    const other = { ...digest, title: '没有人在等决定' };
    expect(await pictures.of(other), 'other words are another picture').to.not.deep.equal(png);
  });

  it('is none where the card has no chart', async () => {
    expect(await app.get(ChartPictures).of(aCard({ blocks: [] }))).to.equal(null);
  });
});
