import type { KeepRating, ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { ScorecardRow } from '@zhiyu/server/scoring/review/scorecard.entity';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { fileOf } from './look.js';
import { assessed, aStand, type Stand, type Walker } from './walk.js';

describe('scorecards of several people (R36)', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let id: string;
  let answerId: string;
  let dimensions: string[];
  let interviewer: AStaff;

  const { keepRating, keepSummary, reviewRoom, submitScorecard } = routes;
  const room = (who: AStaff): Promise<ReviewRoom> => app.api(reviewRoom, { id }, who.session);
  const inbox = async (who: AStaff) => (await app.api(routes.inbox, {}, who.session)).items;
  const titles = async (who: AStaff) => (await inbox(who)).map(({ card }) => card.title);

  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app);
    walker = await assessed(stand);
    const { company } = stand;
    interviewer = await aStaff(app, { company, roles: ['interviewer'], name: '赵宁' });
    id = (await fileOf(stand, walker)).interviews[0]?.id ?? '';
    const view = await room(stand.hr);
    answerId = view.answers[0]?.answerId ?? '';
    dimensions = view.dimensions.filter(({ asked }) => asked).map(({ code }) => code);
  });

  const rating = (given: Partial<KeepRating> = {}): KeepRating => ({
    ...{ id, dimension: dimensions[0] ?? '', level: 4, note: '', place: null, revision: 0 },
    ...given,
  });
  const keep = (who: AStaff, given: Partial<KeepRating> = {}) =>
    app.api(keepRating, rating(given), who.session);
  const fill = async (who: AStaff, level: number) => {
    for (const dimension of dimensions) {
      await keep(who, { dimension, level });
    }
    const summary = { id, opinion: 'yes' as const, reason: '做法具体', revision: 0 };
    await app.api(keepSummary, summary, who.session);
  };
  const submit = (who: AStaff) => app.api(submitScorecard, { id }, who.session);
  const rate = async (who: AStaff, level: number) => {
    await fill(who, level);
    return submit(who);
  };

  describe('keeping', () => {
    it('keeps a level with its note and its second, and shows it to nobody but its author', async () => {
      const place = { answerId, at: 16 };
      await keep(stand.hr, { level: 4, note: '自己说的', place });
      const { mine } = await room(stand.hr);
      expect(mine?.ratings).to.deep.equal([
        { dimension: dimensions[0], level: 4, note: '自己说的', place, revision: 1 },
      ]);
      expect(JSON.stringify(await room(stand.head))).not.to.include('自己说的');
    });

    it('loses nothing when two tabs change different things at once', async () => {
      await Promise.all(dimensions.map((dimension) => keep(stand.hr, { dimension, level: 3 })));
      const { mine } = await room(stand.hr);
      expect(mine?.ratings.map(({ dimension }) => dimension)).to.have.members(dimensions);
      const rows = await app.database.read(ScorecardRow).findBy({ interviewId: id });
      expect(rows).to.have.length(1);
    });

    it('writes over nothing that the tab has not seen, and takes the same change twice', async () => {
      await keep(stand.hr, { note: '第一页', revision: 0 });
      await refused(keep(stand.hr, { note: '第二页', revision: 0 }), 'staleVersion');
      expect((await keep(stand.hr, { note: '第一页', revision: 0 })).revision).to.equal(1);
      expect((await keep(stand.hr, { note: '第二页', revision: 1 })).revision).to.equal(2);
    });

    it('knows no dimension that the model has not', async () => {
      await refused(keep(stand.hr, { dimension: 'charm' }), 'invalidInput');
    });

    it('is sealed: nothing of it stands in the database in plain words', async () => {
      await keep(stand.hr, { note: '说得很具体' });
      const [row] = await app.database.read(ScorecardRow).findBy({ interviewId: id });
      expect(row?.body).to.be.a('string').and.not.to.include('说得很具体');
    });
  });

  describe('handing in', () => {
    it('needs every dimension that was asked about and an opinion, and changes no more', async () => {
      await keep(stand.hr);
      await refused(submit(stand.hr), 'scorecardIncomplete');
      for (const dimension of dimensions.slice(1)) {
        await keep(stand.hr, { dimension });
      }
      await refused(submit(stand.hr), 'scorecardIncomplete');
      const summary = { id, opinion: 'yes' as const, reason: '', revision: 0 };
      await app.api(keepSummary, summary, stand.hr.session);
      expect((await submit(stand.hr)).mine?.submittedAt).to.be.a('number');
      await refused(keep(stand.hr, { level: 5, revision: 1 }), 'scorecardSubmitted');
      await submit(stand.hr);
    });

    it('is blind until then: neither others nor the machine, but who has handed in', async () => {
      await rate(stand.head, 2);
      const before = await room(stand.hr);
      expect(before).to.deep.include({ blind: true, others: [], apart: [], machine: null });
      expect(before.reviewers).to.deep.equal([
        { id: stand.head.id, name: stand.head.name, submitted: true },
      ]);
      expect(JSON.stringify(before)).not.to.include('做法具体');
      const after = await rate(stand.hr, 4);
      expect(after.blind).to.equal(false);
      expect(after.others.map(({ reviewerName }) => reviewerName)).to.deep.equal(['何敬']);
      expect(after.machine?.some(({ value }) => value !== null)).to.equal(true);
    });

    it('does not show one who hands in what somebody else has only begun', async () => {
      await fill(stand.head, 2);
      const { others, reviewers } = await rate(stand.hr, 4);
      expect(others).to.deep.equal([]);
      expect(reviewers.map(({ submitted }) => submitted)).to.deep.equal([false]);
    });

    it('two levels between people ask for a talk: in the room, in the log, as a card to both', async () => {
      await rate(stand.head, 2);
      const { apart } = await rate(stand.hr, 4);
      expect(apart).to.have.members(dimensions);
      await app.drainJobs();
      for (const who of [stand.hr, stand.head]) {
        expect(await titles(who)).to.include(`${walker.candidate.name}：评分差了两级`);
      }
      const { entries } = await app.api(
        routes.timeline,
        { id: walker.applicationId },
        stand.hr.session,
      );
      expect(entries.map(({ kind }) => kind)).to.include.members([
        ...['ScorecardSubmitted', 'ReviewersApart'],
      ]);
    });

    it('one level between them does not', async () => {
      await rate(stand.head, 3);
      expect((await rate(stand.hr, 4)).apart).to.deep.equal([]);
      await app.drainJobs();
      expect((await titles(stand.hr)).join()).not.to.include('评分差了两级');
    });
  });

  describe('the order that a company sets', () => {
    it('shows nobody a report before the own scorecard is in, on no way', async () => {
      const { company } = stand;
      const admin = await aStaff(app, { company, roles: ['admin'] });
      await app.api(routes.changeCompany, { scorecardFirst: true }, admin.session);
      await refused(app.api(routes.report, { id }, stand.hr.session), 'scorecardFirst');
      const file = await app.client.raw(`/api/reports/${id}/hr.pdf`, {}, stand.hr.session);
      expect(file.status).to.equal(403);
      await rate(stand.hr, 4);
      await app.api(routes.report, { id }, stand.hr.session);
      await refused(app.api(routes.report, { id }, stand.head.session), 'scorecardFirst');
    });
  });

  describe('who may', () => {
    it('lets a colleague in once the responsible HR asks: words and own scorecard, no report', async () => {
      await refused(room(interviewer), 'notAllowed');
      const ask = { id, staffId: interviewer.id };
      await refused(app.api(routes.askReviewer, ask, stand.head.session), 'notAllowed');
      await app.api(routes.askReviewer, ask, stand.hr.session);
      await app.api(routes.askReviewer, ask, stand.hr.session);
      await app.drainJobs();
      const card = `许澜请您给${walker.candidate.name}评分`;
      expect((await titles(interviewer)).filter((one) => one === card)).to.have.length(1);
      const view = await room(interviewer);
      expect(view.may).to.deep.equal({ media: false, ask: false, file: false, report: false });
      expect(view.askable).to.deep.equal([]);
      await rate(interviewer, 3);
      await refused(app.api(routes.report, { id }, interviewer.session), 'notAllowed');
      const application = { id: walker.applicationId };
      await refused(app.api(routes.application, application, interviewer.session), 'notAllowed');
    });

    it('asks nobody of another company, and nobody who could not rate', async () => {
      const { company } = stand;
      const auditor = await aStaff(app, { company, roles: ['auditor'] });
      const foreign = await aStand(app);
      for (const staffId of [auditor.id, foreign.hr.id]) {
        await refused(app.api(routes.askReviewer, { id, staffId }, stand.hr.session), 'notFound');
      }
    });

    it('keeps another company out of everything', async () => {
      const { hr } = await aStand(app);
      await refused(room(hr), 'notFound');
      await refused(keep(hr), 'notFound');
      await refused(submit(hr), 'notFound');
      await refused(app.api(routes.tellHere, { id, answerId: null }, hr.session), 'notFound');
      const reviews = { id: walker.applicationId };
      await refused(app.api(routes.applicationReviews, reviews, hr.session), 'notFound');
    });
  });

  describe('comments, marks and who is here', () => {
    const comment = (who: AStaff, text: string, mentions: string[] = []) =>
      app.api(
        routes.addReviewNote,
        { id, kind: 'comment', place: { answerId, at: 72.5 }, text, mentions },
        who.session,
      );

    it('a comment stands at its second for everybody, and a colleague who is named gets a card', async () => {
      await comment(stand.head, '这里说“我们”，@许澜', [stand.hr.id]);
      const [note] = (await room(stand.hr)).notes;
      expect(note).to.deep.include({ kind: 'comment', authorName: '何敬' });
      expect(note?.place).to.deep.equal({ answerId, at: 72.5 });
      await app.drainJobs();
      const card = (await inbox(stand.hr)).find((one) => one.card.title.includes('提到了您'));
      expect(card?.card.blocks[0]).to.deep.include({ type: 'quote', seconds: 72.5 });
      expect(card?.card.buttons[0]?.href).to.include(`answer=${answerId}&at=72.5`);
    });

    it('names only who may enter', async () => {
      await refused(comment(stand.head, '@赵宁', [interviewer.id]), 'invalidInput');
      await refused(comment(stand.head, '  '), 'invalidInput');
    });

    it('a mark is one’s own, and everybody takes back only what is his', async () => {
      const place = { answerId, at: 5 };
      const mark = { id, kind: 'mark' as const, place, text: '', mentions: [] };
      await app.api(routes.addReviewNote, mark, stand.hr.session);
      await comment(stand.head, '再听一遍');
      expect((await room(stand.head)).notes.map(({ kind }) => kind)).to.deep.equal(['comment']);
      const { notes } = await room(stand.hr);
      expect(notes).to.have.length(2);
      for (const { id: note } of notes) {
        await app.api(routes.removeReviewNote, { id, note }, stand.hr.session);
      }
      expect((await room(stand.hr)).notes.map(({ kind }) => kind)).to.deep.equal(['comment']);
    });

    it('says who else has the room open, and forgets who is silent', async () => {
      const here = (who: AStaff) =>
        app.api(routes.tellHere, { id, answerId }, who.session).then((told) => told.here);
      expect(await here(stand.hr)).to.deep.equal([]);
      expect(await here(stand.head)).to.deep.equal([{ id: stand.hr.id, name: '许澜', answerId }]);
      app.clock.advance(31_000);
      expect(await here(stand.head)).to.deep.equal([]);
    });
  });

  it('a decision refers to the scorecards that were there when it was made', async () => {
    const early = await rate(stand.hr, 4);
    const decision = { kind: 'pass', reason: 'strongEvidence', note: '' } as const;
    const application = { id: walker.applicationId };
    app.clock.advance(1000);
    await app.api(routes.decide, { ...application, ...decision }, stand.hr.session);
    app.clock.advance(1000);
    await rate(stand.head, 4);
    const reviews = await app.api(routes.applicationReviews, application, stand.hr.session);
    expect(reviews.scorecards).to.have.length(2);
    expect(reviews.decisions.map(({ scorecardIds }) => scorecardIds)).to.deep.equal([
      [early.mine?.id],
    ]);
  });
});
