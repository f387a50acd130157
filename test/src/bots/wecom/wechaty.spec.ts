import { execFileSync } from 'node:child_process';
import type { CandidateAnswer, CandidateQuestion } from '@zhiyu/bots/channel';
import type { CandidateTopic } from '@zhiyu/bots/channel';
import { choicesUnder, understand } from '@zhiyu/bots/wechaty/candidate-words';
import { type Locale, locales } from '@zhiyu/contracts/basics';
import { dialogueWords } from '@zhiyu/server/workflow/candidate-dialogue.words';
import { expect } from 'chai';
import { aCard, errorOf } from '../channel-stand.js';
import {
  CallbackServer,
  EmulatedWeCom,
  Host,
  type Json,
  messageTo,
  type Stand,
  standOf,
} from './stand.js';
import { until } from '../../harness/until.js';

const who = 'wmCandidate01';
const page = 'https://hr.example.com/#/pages/status/index?t=token';

/** A server that knows one candidate. */
class Knowing extends Host {
  questions: CandidateQuestion[] = [];
  full = 0;
  text = '禾城，门店店长：投递收到了，正在看。';

  candidateSays(question: CandidateQuestion): Promise<CandidateAnswer | null> {
    if (this.full > 0) {
      this.full -= 1;
      return Promise.reject(new Error('full'));
    }
    this.questions.push(question);
    const link = { label: '打开我的页面', url: page };
    const answer = { text: this.text, locale: 'zh' as const, link };
    return Promise.resolve(question.about === 'thanks' ? null : answer);
  }
}

describe('what a candidate’s words mean', () => {
  const about = (text: string, menuId = '') => understand(text, menuId).about;

  it('is found by simple words of Chinese and English', () => {
    const said: Record<string, string[]> = {
      status: ['进度', '我的面试结果什么时候出？', 'status', 'Any news about my application?'],
      reschedule: [
        '改时间',
        '明天没空，能改天吗',
        'Can I reschedule?',
        'another day please',
        'later',
      ],
      person: ['人工', '我想和真人面试', '转人工，想改时间', 'I want to talk to a human'],
      help: ['你好', '能做什么', 'help', '？', 'Hello'],
      thanks: ['好的', '谢谢！', 'OK, thank you', '知道了，请发到这里', '收到。'],
    };
    for (const [topic, texts] of Object.entries(said)) {
      expect(texts.map((text) => about(text))).to.deep.equal(
        texts.map(() => topic),
        topic,
      );
    }
  });

  it('is found in Japanese and French as well, and the language with it', () => {
    const said: [CandidateTopic, Locale, string[]][] = [
      ['status', 'ja', ['面接の結果はいつ出ますか', '進捗をきく']],
      ['reschedule', 'ja', ['日時を変更したいです', 'リスケをお願いします']],
      ['person', 'ja', ['担当者と話したいです']],
      ['help', 'ja', ['こんにちは']],
      ['thanks', 'ja', ['わかりました。ここに送ってください', 'ありがとうございます！']],
      ['status', 'fr', ['Où en est-on ?', 'Quand aurai-je une réponse ?']],
      ['reschedule', 'fr', ['Changer l’heure', 'Je voudrais reporter l’entretien']],
      ['person', 'fr', ['Une personne', 'Je préfère parler à quelqu’un']],
      ['help', 'fr', ['Bonjour', 'aide']],
    ];
    for (const [topic, locale, texts] of said) {
      expect(texts.map((text) => understand(text, ''))).to.deep.equal(
        texts.map(() => ({ about: topic, locale })),
      );
    }
    expect(about('D’accord, envoyez-moi tout ici')).to.equal('thanks');
    expect(about('Merci beaucoup !')).to.equal('thanks');
  });

  it('stands in the menu under each answer in the answer’s language, and is understood when typed', () => {
    const answers = locales.flatMap((locale) => {
      const { help, notUnderstood, stranger, nothingToMove, standing } = dialogueWords[locale];
      const places = ['received', 'handedIn', 'expired', 'decided', 'withdrawn'] as const;
      const said = [help, notUnderstood, stranger, nothingToMove];
      return [...said, ...places.map((at) => standing({ at }))].map((text) => ({ locale, text }));
    });
    for (const { locale, text } of answers) {
      const lines = choicesUnder(text);
      expect(lines[0]?.say, text).to.equal(choicesUnder(dialogueWords[locale].help)[0]?.say);
      expect(lines.map(({ say }) => `ask.${about(say)}`)).to.deep.equal(lines.map(({ id }) => id));
    }
    const first = locales.map((locale) => choicesUnder(dialogueWords[locale].help)[0]?.say);
    expect(new Set(first).size, 'four languages, four menus').to.equal(4);
  });

  it('is not guessed', () => {
    const texts = [
      '',
      '我养了一只猫',
      '人工智能专业对口吗',
      'lorem ipsum',
      '好的那你说说',
      '[图片]',
    ];
    expect(texts.map((text) => about(text))).to.deep.equal(texts.map(() => 'other'));
    expect(about(`${'很'.repeat(5_000)}进度`)).to.equal('other');
  });

  it('is the menu’s line where one was tapped, and no other id', () => {
    expect(about('随便', 'ask.reschedule')).to.equal('reschedule');
    expect(about('随便', 'ask.erase')).to.equal('other');
    expect(about('知道了', 'ready')).to.equal('thanks');
    expect(understand('Status', 'ask.status').locale).to.equal('en');
    expect([understand('进度', '').locale, understand('?', '').locale]).to.deep.equal(['zh', null]);
  });
});

describe('the candidate’s dialogue by wechaty over 微信客服', () => {
  const emulated = new EmulatedWeCom();
  const door = new CallbackServer();
  let address: string;
  let stand: Stand;
  let host: Knowing;

  const kf = () => stand.wecom.kf!;
  const chat = async () => (await emulated.state()).customers[who]?.chat ?? [];
  const ours = async () => (await chat()).filter(({ from }) => from === 'service');
  const sends = async () =>
    (await emulated.state()).calls.filter(({ path }) => path.endsWith('kf/send_msg'));
  const says = (text: string, more: Json = {}) =>
    emulated.order('kf-say', { user: who, text, ...more });
  const answered = (count: number) => until(async () => (await ours()).length >= count);
  const later = async (ms: number) => {
    stand.tools.clock.now += ms;
    await emulated.order('clock', { advanceMs: ms });
  };
  const menuOf = (message: { body: Json } | undefined) =>
    message?.body.msgmenu as { head_content: string; list: Record<string, Json>[] };

  before(async () => {
    await emulated.start();
    address = await door.start();
  });
  after(() => {
    door.stop();
    emulated.stop();
  });
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { callbackUrl: address, verified: true }, retryMs: 20 });
    stand = standOf(emulated.settings());
    host = new Knowing();
    door.channel = stand.wecom.app;
    await stand.wecom.app!.listen(host);
    await kf().listen(host);
  });
  afterEach(async () => {
    await kf().stop();
    await stand.wecom.app!.stop();
  });

  it('answers in one message: the server’s words, what can be asked next, the own page', async () => {
    await says('我的进度怎么样了');
    await answered(1);
    const menu = menuOf((await ours())[0]);
    expect(menu.head_content).to.equal(host.text);
    expect(menu.list.map(({ click, view }) => click?.content ?? view?.url)).to.deep.equal([
      ...['进度', '改时间', '人工'],
      page,
    ]);
    expect(host.questions).to.have.length(1);
    expect(host.questions[0]).to.include({ about: 'status', locale: 'zh', address: who });
    await until(() => host.events.some(({ type }) => type === 'answered'));
    expect(host.events.map(({ type }) => type)).to.deep.equal(['said', 'answered']);
    expect(host.events[1]).to.include({ address: who, about: 'status' });
  });

  it('takes the lines of its own menu, for another time and for a person', async () => {
    await says('在吗');
    await answered(1);
    const { list } = menuOf((await ours())[0]);
    for (const [at, line] of [1, 2].entries()) {
      const { id, content } = list[line]!.click!;
      await says(String(content), { menuId: id });
      await answered(at + 2);
    }
    const asked = host.questions.map(({ about }) => about);
    expect(asked).to.deep.equal(['help', 'reschedule', 'person']);
  });

  it('asks about words it does not understand, and hands on neither these nor pictures', async () => {
    await says('我养了一只猫，电话 13800000000');
    await answered(1);
    const [question] = host.questions;
    expect(Object.keys(question!)).to.have.members(['eventId', 'address', 'about', 'locale']);
    expect(question!.about).to.equal('other');
  });

  it('costs nothing of the five where nothing is to be said', async () => {
    await says('知道了，请发到这里', { menuId: 'ready' });
    await until(() => host.questions.length === 1);
    await kf().stop();
    expect(await ours()).to.deep.equal([]);
    expect(await kf().window.left(who)).to.equal(5);
  });

  it('is one of the five, and leaves the result and the feedback theirs', async () => {
    const card = (kind: 'notice' | 'result' | 'thanks', deliveryId: string) =>
      kf().send(
        messageTo(who, {
          ...{ deliveryId, card: aCard({ kind }) },
          recipient: { kind: 'candidate', id: '01HZZZZZZZZZZZZZZZZZZZZZZA', address: who },
        }),
      );
    await says('进度');
    await answered(1);
    await card('notice', 'd1');
    await card('notice', 'd2');
    expect((await errorOf(card('notice', 'd3'))).message).to.contain('留给结果');
    await card('result', 'd4');
    await card('thanks', 'd5');
    expect(await kf().window.left(who)).to.equal(0);
    expect((await emulated.state()).customers[who]!.sentSince).to.equal(5);
    // What he writes next opens five more, and is answered.
    await later(60_000);
    await says('进度');
    await answered(6);
  });

  it('says nothing to words that are read after the 48 hours, and is not counted as answered', async () => {
    await kf().stop();
    await says('进度', { quiet: true });
    await later(48 * 3_600_000);
    await kf().listen(host);
    await until(() => host.questions.length === 1);
    await kf().stop();
    expect(await sends()).to.deep.equal([]);
    expect(host.events.map(({ type }) => type)).to.deep.equal(['said']);
    expect(stand.tools.logged.join()).to.contain('an answer was not sent');
  });

  it('is silent once an employee took the conversation over', async () => {
    await says('你好');
    await answered(1);
    await emulated.order('kf-take-over', { user: who });
    await says('进度');
    await until(() => host.questions.length === 2);
    await kf().stop();
    expect(await ours()).to.have.length(1);
    expect(host.events.filter(({ type }) => type === 'answered')).to.have.length(1);
  });

  it('goes on after a restart where it stopped, and answers nothing twice', async () => {
    await says('进度');
    await answered(1);
    await kf().stop();
    await says('改时间', { quiet: true });
    const next = standOf(emulated.settings(), stand.tools);
    const knowing = new Knowing();
    await next.wecom.kf!.listen(knowing);
    await answered(2);
    await next.wecom.kf!.stop();
    expect(knowing.questions.map(({ about }) => about)).to.deep.equal(['reschedule']);
    expect(await ours()).to.have.length(2);
  });

  it('asks again for what the server could not answer, and answers once', async () => {
    host.full = 1;
    await says('进度');
    await until(() => host.full === 0);
    kf().notice(emulated.at.kfId, '');
    await answered(1);
    await kf().stop();
    expect(await ours()).to.have.length(1);
    expect(host.events.map(({ type }) => type)).to.deep.equal(['said', 'answered']);
  });

  it('sends an answer that is too long for a menu as a text with the address', async () => {
    host.text = '长'.repeat(400);
    await says('进度');
    await answered(1);
    const [message] = await ours();
    expect(message!.body.msgtype).to.equal('text');
    expect(JSON.stringify(message!.body)).to.contain(page);
  });

  it('is loaded only where 微信客服 listens, and opens no connection', () => {
    const child = new URL('./wechaty.child.js', import.meta.url).pathname;
    const told = JSON.parse(execFileSync(process.execPath, [child], { encoding: 'utf8' })) as Json;
    expect(told).to.deep.equal({ before: false, after: true, connections: 0 });
  });
});
