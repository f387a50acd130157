import { routes } from '@zhiyu/contracts/routes';
import { refuseUnlawful } from '@zhiyu/server/interviews/unlawful-topics';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  answerInText,
  answersOf,
  aStand,
  currentOf,
  handIn,
  interviewing,
  interviewOf,
  invited,
  next,
  signInAgain,
  type Stand,
  type Walker,
} from './walk.js';

const words = '请再讲讲您排班的经验，人手不够的时候怎么办？';
const [strong = ''] = answersOf('strong');

describe('a question that HR adds while the interview runs', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const ask = async (
    walker: Walker,
    change: { text?: string; code?: string } = {},
    by = stand.hr,
  ) => {
    const { interviewId: id } = await interviewOf(stand, walker);
    const input = { id, text: change.text ?? words, code: change.code ?? null };
    return app.api(routes.addQuestion, input, by.session);
  };

  it('is the next one, with who asks; the open question stays, and the page hears of it at once', async () => {
    const walker = await interviewing(stand);
    const open = await currentOf(stand, walker);
    const { last } = await app.api(routes.poll, { after: 0 }, walker.session);
    await ask(walker);
    const { items } = await app.api(routes.poll, { after: last }, walker.session);
    expect(items.map(({ name }) => name)).to.include('QuestionAdded');
    expect(await currentOf(stand, walker)).to.include({ answerId: open.answerId, index: 0 });
    await answerInText(stand, walker, strong);
    await next(stand, walker);
    expect(await currentOf(stand, walker)).to.include({
      kind: 'supplementary',
      reason: '许澜',
      text: words,
      index: 1,
    });
    expect((await interviewOf(stand, walker)).questionCount).to.equal(3);
  });

  it("can be one of the position's that is not part of the interview, and stands on the timeline", async () => {
    const walker = await interviewing(stand);
    const { applicationId: id } = walker;
    const asked = stand.position.content.plan.questionCodes[0] ?? '';
    await refused(ask(walker, { code: asked }), 'invalidInput');
    await refused(ask(walker, { code: 'no-such-question' }), 'invalidInput');
    await ask(walker);
    const { entries } = await app.api(routes.timeline, { id }, stand.hr.session);
    expect(JSON.stringify(entries)).to.include('加问了一题');
  });

  it('is refused to others, before and after the interview, and when there are three already', async () => {
    const walker = await interviewing(stand);
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    await refused(ask(walker, {}, other), 'notAllowed');
    await refused(ask(walker, {}, stand.head), 'notAllowed');
    await ask(walker, { text: `${words}一` });
    await ask(walker, { text: `${words}二` });
    await ask(walker, { text: `${words}三` });
    await refused(ask(walker, { text: `${words}四` }), 'conflict');
    await handIn(stand, walker);
    await refused(ask(walker), 'interviewClosed');
    await refused(ask(await invited(stand)), 'interviewClosed');
  });

  it('never touches what may not be asked: the words are named, nothing is sent', async () => {
    const walker = await interviewing(stand);
    for (const text of [
      '您打算什么时候要孩子？',
      '您是哪里人，户口在哪？',
      'Are you married, if I may ask?',
    ]) {
      await refused(ask(walker, { text }), 'questionUnlawful');
    }
    expect((await interviewOf(stand, walker)).questionCount).to.equal(2);
    for (const text of [words, '请讲讲面向对象和函数式的区别。', '不同年龄的顾客您怎么接待？']) {
      expect(() => {
        refuseUnlawful(text);
      }, text).not.to.throw();
    }
  });
});
