import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface NextStepModule {
  nextStepOf(application: ApplicationDetail, now: number): { key: string; at: number | null };
}

type Interview = Partial<ApplicationDetail['interviews'][number]>;

const application = (stage: Stage, more: { waits?: boolean; interviews?: Interview[] } = {}) =>
  ({
    stage,
    waitsForMe: more.waits ?? false,
    interviews: (more.interviews ?? []).map((one) => ({ kind: 'ai', round: 1, ...one })),
  }) as ApplicationDetail;

describe('the next step of a candidate file', () => {
  let file: NextStepModule;
  before(async () => {
    file = await appModule('features/staff-file/next-step.shared.ts');
  });
  const keyOf = (...of: Parameters<typeof application>) =>
    file.nextStepOf(application(...of), 1000).key;

  it('lies with the reader where it waits for him, otherwise with somebody else', () => {
    expect(keyOf('screening', { waits: true })).to.equal('screenMe');
    expect(keyOf('screening')).to.equal('screen');
    expect(keyOf('review', { waits: true })).to.equal('decideMe');
    expect(keyOf('review')).to.equal('decide');
  });

  it('follows the newest AI interview: invite, wait, under way, report, decide', () => {
    const at = (...interviews: Interview[]) => keyOf('aiInterview', { interviews });
    expect(at()).to.equal('invite');
    expect(at({ state: 'invited' })).to.equal('invited');
    expect(at({ state: 'running' })).to.equal('interviewing');
    expect(at({ state: 'finished', reportReady: false })).to.equal('reporting');
    expect(at({ state: 'finished', reportReady: true })).to.equal('decide');
    const again = [
      { state: 'finished', reportReady: true },
      { state: 'invited', round: 2 },
    ];
    expect(at(...again)).to.equal('invited');
  });

  it('is the next meeting while it is ahead, and its result afterwards', () => {
    const meeting = { kind: 'human' as const, state: 'planned', startedAt: 2000 };
    const before = file.nextStepOf(application('hrInterview', { interviews: [meeting] }), 1000);
    expect(before).to.deep.equal({ key: 'meeting', at: 2000 });
    const after = file.nextStepOf(application('hrInterview', { interviews: [meeting] }), 3000);
    expect(after).to.deep.equal({ key: 'afterMeeting', at: null });
  });

  it('says of an application that is over that it is over', () => {
    for (const stage of ['hired', 'rejected', 'talentPool', 'withdrawn'] as const) {
      expect(keyOf(stage)).to.equal(stage);
    }
  });
});
