import { routes } from '@zhiyu/contracts/routes';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { expect } from 'chai';
import { startVoiceEmulator } from '../emulators/voice.emulator.js';
import { anMp3, aRecording } from '../factories/question-audio.js';
import { answersOf, aStand, signInAgain, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';
import { needs } from '../harness/machine.js';
import { aToken, film, frames, plays, press, sees, speak, toSpeaking, toWays } from './walk.js';
import { type Recorders, WxStage } from './wx-stage.js';

const answers = answersOf('strong');

describe('the candidate in a mini-program', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  let recorders: Recorders;
  const stages: WxStage[] = [];
  before(() => needs('ffmpeg'));
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    recorders = { films: [film(2, 440), film(3, 660)], frames: frames(6) };
  });
  after(async () => {
    stages.forEach((stage) => stage.stop());
    await app.stop();
  });

  const aStage = (target: 'weapp' | 'dd' = 'weapp'): WxStage => {
    const stage = new WxStage(app.base, recorders, target);
    stages.push(stage);
    return stage;
  };

  const recorded = async (track: 'video' | 'audio'): Promise<Media> => {
    await app.drainJobs();
    const order = { createdAt: 'DESC' as const };
    const media = await app.database.read(Media).findOne({ where: { track }, order });
    expect(media?.state, String(media?.reason)).to.equal('sealed');
    return media!;
  };

  describe('of WeChat', () => {
    it('goes from the link to the letter box: consents, camera, typing, hand-in, own page', async () => {
      const stage = aStage();
      const { name, token } = await aToken(stand);
      stage.open('pages/status/index', { t: token });
      await sees(stage, name);
      expect([...stage.storage.keys()]).to.include('zhiyu.cookies');
      stage.page.tap('开始面试');
      await press(stage, '看完了，往下');
      await sees(stage, '都不同意，改为真人面试');
      stage.page.turnOn(3);
      await press(stage, '同意已选 3 项，继续');
      await press(stage, '这次用录像回答');
      await speak(stage);
      expect(stage.page.has('pocket-camera')).to.equal(true);
      stage.page.tap('说完了');
      await sees(stage, '用这个，下一题');
      stage.page.type(answers[0] ?? '');
      stage.page.tap('用这个，下一题');
      await speak(stage);
      stage.page.tap('换打字');
      await sees(stage, '写完了');
      stage.page.type(answers[1] ?? '');
      stage.page.tap('写完了');
      await sees(stage, '用这个，交上去');
      stage.page.tap('用这个，交上去');
      await sees(stage, '收到了');
      await sees(stage, (answers[1] ?? '').slice(0, 12));
      const methods = new Set(stage.requests.map(({ method }) => method));
      expect([...methods].sort()).to.deep.equal(['GET', 'POST']);
      stage.page.tap('消息');
      await sees(stage, '招聘消息');
      expect(stage.page.has('pocket-card')).to.equal(true);
    });

    it('shows HR’s pause as HR’s, with the word and who said it, while it is open', async () => {
      const stage = aStage();
      const { token } = await aToken(stand);
      await toWays(stage, token);
      await press(stage, '这次打字回答');
      await sees(stage, '我想好了，开始写');
      const interview = await app.database
        .read(Interview)
        .findOneOrFail({ where: { kind: 'ai' }, order: { createdAt: 'DESC', id: 'DESC' } });
      const { id } = interview;
      const hold = { id, minutes: 5, text: '会议室要换一下，请稍等。' };
      await signInAgain(stand);
      await app.api(routes.holdInterview, hold, stand.hr.session);
      await sees(stage, '请稍等一会儿');
      await sees(stage, hold.text);
      await sees(stage, '许澜请您停一停');
      expect(stage.page.text).not.to.include('接着来');
    });

    it('puts the camera’s files of one answer together', async () => {
      const stage = aStage();
      await toSpeaking(stage, (await aToken(stand)).token);
      stage.endFilmAfter(110);
      stage.page.tap('说完了');
      await sees(stage, '用这个，下一题');
      expect((await recorded('video')).seconds).to.be.closeTo(5, 0.3);
    });

    it('hands in what was said when a call takes the camera away', async () => {
      const stage = aStage();
      await toSpeaking(stage, (await aToken(stand)).token);
      stage.endFilmAfter(20);
      await sees(stage, '用这个，下一题');
      expect((await recorded('video')).seconds).to.be.closeTo(2, 0.3);
    });

    it('goes on with the other files when the phone does not give one, and says so', async () => {
      const stage = aStage();
      await toSpeaking(stage, (await aToken(stand)).token);
      stage.losesNextFilm = true;
      stage.endFilmAfter(110);
      stage.page.tap('说完了');
      await sees(stage, '用这个，下一题');
      expect(stage.toasts.join()).to.include('有一段没有存下来');
      expect((await recorded('video')).seconds).to.be.closeTo(3, 0.3);
    });

    it('stands still while thinking, and goes on where it stood', async () => {
      const stage = aStage();
      await toWays(stage, (await aToken(stand)).token);
      stage.page.tap('这次打字回答');
      await sees(stage, '我想好了，开始写');
      stage.page.tap('暂停');
      await sees(stage, '倒计时停着');
      expect(stage.page.text).to.not.include('开始写');
      stage.page.tap('接着来');
      await sees(stage, '我想好了，开始写');
    });

    it('plays a question as somebody read it, and is silent before it records', async () => {
      const bytes = anMp3();
      const of = await aStand(app);
      const file = await aRecording(app, of.hr, bytes);
      const { id } = of.position;
      const { version, content } = await app.api(routes.position, { id }, of.hr.session);
      const questions = content.questions.map((one) => ({
        ...one,
        audio: { zh: { file, words: one.text.zh } },
      }));
      const save = { id, baseVersion: version, content: { ...content, questions }, note: '' };
      await app.api(routes.savePosition, save, of.hr.session);
      const stage = aStage();
      await toWays(stage, (await aToken(of)).token);
      stage.page.tap('这次用语音回答');
      await press(stage, '读给我听');
      await sees(stage, '停下');
      await plays(stage);
      expect(stage.played.map((one) => one.equals(bytes))).to.deep.equal([true]);
      stage.endPlaying?.();
      await press(stage, '读给我听');
      await plays(stage);
      await speak(stage);
      expect(stage.endPlaying, 'nothing plays into the recording').to.equal(null);
    });

    it('plays a synthetic voice where nobody read it, says so, and shows no button where there is neither', async () => {
      const voice = await startVoiceEmulator('key', anMp3());
      const env = {
        ...{ TTS_API_BASE: voice.base, TTS_API_KEY: 'key' },
        ...{ TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy' },
      };
      const reading = await startApp({ env });
      const stage = new WxStage(reading.base, recorders);
      stages.push(stage);
      await toWays(stage, (await aToken(await aStand(reading))).token);
      stage.page.tap('这次打字回答');
      await sees(stage, '由合成的声音读，不是真人');
      await press(stage, '读给我听');
      await sees(stage, '停下');
      await plays(stage);
      stage.failPlaying?.();
      await sees(stage, '读给我听');
      const silent = aStage();
      await toWays(silent, (await aToken(stand)).token);
      silent.page.tap('这次打字回答');
      await sees(silent, '我想好了，开始写');
      expect(silent.page.text).not.to.include('读给我听');
      await reading.stop();
      await voice.stop();
    });

    it('opens the link again without digits when the answer to the first opening was lost', async () => {
      const stage = aStage();
      const { token } = await aToken(stand);
      stage.losesNextAnswer = true;
      stage.open('pages/interview/index', { t: token });
      await sees(stage, '再试一次');
      stage.page.tap('再试一次');
      await sees(stage, '看完了，往下');
    });

    it('sends sound while it is recorded', async () => {
      const stage = aStage();
      await toSpeaking(stage, (await aToken(stand)).token, '语音');
      await sees(stage, '只录声音，没有画面');
      stage.page.tap('说完了');
      await sees(stage, '用这个，下一题');
      expect((await recorded('audio')).seconds).to.be.closeTo(6, 0.3);
    });

    it('keeps a recording on the phone without a network, over the end of the mini-program', async () => {
      const stage = aStage();
      await toSpeaking(stage, (await aToken(stand)).token);
      stage.offline = true;
      stage.endFilmAfter(110);
      await sees(stage, '请继续说，先存在手机里');
      stage.pages.splice(0).forEach((page) => page.close());
      const again = aStage();
      again.wakesWith(stage);
      again.open('pages/interview/index');
      await sees(again, '怎么回答');
      again.page.tap('这次用录像回答');
      await sees(again, '用这个，下一题');
      expect((await recorded('video')).seconds).to.be.closeTo(2, 0.3);
    });

    it('says what is missing when the camera is refused, and goes on by typing', async () => {
      const stage = aStage();
      stage.refused = ['scope.camera', 'scope.record'];
      await toWays(stage, (await aToken(stand)).token);
      stage.page.tap('这次用录像回答');
      await sees(stage, '允许摄像头和麦克风');
      stage.page.tap('这次打字回答');
      await sees(stage, '我想好了，开始写');
    });

    it('asks for the digits when the link was opened on another device', async () => {
      const { token } = await aToken(stand);
      const first = aStage();
      await toWays(first, token);
      const second = aStage();
      second.open('pages/interview/index', { t: token });
      await sees(second, '在这台设备上接着面');
    });
  });

  describe('of DingTalk', () => {
    it('answers by typing, reads the cards, and names the way to the camera', async () => {
      const stage = aStage('dd');
      await toWays(stage, (await aToken(stand)).token);
      await sees(stage, '想录像或录音，可以用浏览器打开面试链接');
      stage.page.tap('去浏览器');
      await sees(stage, '填这 6 位');
      expect(stage.opened[0]).to.include('/#/pages/interview/index');
      stage.page.tap('这次打字回答');
      await sees(stage, '我想好了，开始写');
      stage.page.tap('我想好了，开始写');
      await sees(stage, '写完了');
      stage.page.type(answers[0] ?? '');
      stage.page.tap('写完了');
      await sees(stage, '用这个，下一题');
      stage.page.tap('用这个，下一题');
      await sees(stage, '第 2 题');
      stage.open('pages/inbox/index');
      await sees(stage, '招聘消息');
      expect(stage.page.has('pocket-card')).to.equal(true);
    });
  });
});
