import { type Stage, stages } from '@zhiyu/contracts/stage-values';
import { activeStages, mayMove, transitions } from '@zhiyu/server/recruiting/pipeline.states';
import { expect } from 'chai';
import { anApplication, wayTo } from '../factories/application.js';
import { aCompany } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp } from '../harness/app.js';

const ends: Stage[] = ['hired', 'withdrawn'];

describe('the stages of an application', () => {
  it('are all in the map, and every way leads to one of them', () => {
    expect(Object.keys(transitions).sort()).to.deep.equal([...stages].sort());
    for (const [from, ways] of Object.entries(transitions)) {
      expect(stages, from).to.include.members([...ways]);
      expect(ways, `${from} to itself`).not.to.include(from);
      expect(new Set(ways).size, from).to.equal(ways.length);
    }
  });

  it('can all be reached from the first', () => {
    for (const stage of stages) {
      expect(wayTo('applied', stage).at(-1) ?? 'applied').to.equal(stage);
    }
  });

  it('lead to an end, and an end leads nowhere', () => {
    for (const stage of stages) {
      const reached = ends.some((end) => stage === end || leadsTo(stage, end));
      expect(reached, stage).to.equal(true);
    }
    expect(ends.flatMap((end) => transitions[end])).to.deep.equal([]);
  });

  it('let everybody withdraw while under way, and nobody else', () => {
    const may = stages.filter((stage) => mayMove(stage, 'withdrawn'));
    expect(may).to.deep.equal([...activeStages]);
  });

  it('let nobody be rejected before the rules have read the résumé, nor hired without an offer', () => {
    expect(mayMove('applied', 'rejected')).to.equal(false);
    expect(stages.filter((stage) => mayMove(stage, 'hired'))).to.deep.equal(['offer']);
  });

  it('can each be had from the factory', async () => {
    const app = await startApp();
    const position = await aPosition(app, { company: await aCompany(app) });
    for (const stage of stages.filter((one) => one !== 'applied')) {
      const { row } = await anApplication(app, { position, stage });
      expect(row.stage).to.equal(stage);
    }
    await app.stop();
  });
});

function leadsTo(from: Stage, to: Stage): boolean {
  try {
    return wayTo(from, to).length > 0;
  } catch {
    return false;
  }
}
