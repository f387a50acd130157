import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { mostAudioBytes } from '@zhiyu/contracts/question-audio';
import { routes } from '@zhiyu/contracts/routes';
import { audioName } from '@zhiyu/server/recruiting/question-audio/audio-file';
import { expect } from 'chai';
import { anMp3, aRecording } from '../factories/question-audio.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  answerInText,
  aStand,
  currentOf,
  interviewing,
  invited,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const filled = (head: Buffer): Buffer => Buffer.concat([head, Buffer.alloc(400, 1)]);
const codeOf = (bytes: Buffer): string => {
  try {
    return audioName(bytes).split('.')[1] ?? '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a question read by a person', () => {
  let app: TestApp;
  let stand: Stand;
  let file: string;
  const bytes = anMp3();

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    file = await aRecording(app, stand.hr, bytes);
  });
  after(() => app.stop());

  /** The position's first question with this recording. */
  async function spoken(words: (question: Question) => string): Promise<void> {
    const { id } = stand.position;
    const { version, content } = await app.api(routes.position, { id }, stand.hr.session);
    const questions = content.questions.map((one, at) =>
      at === 0 ? { ...one, audio: { zh: { file, words: words(one) } } } : one,
    );
    const changed: PositionContent = { ...content, questions };
    const save = { id, baseVersion: version, content: changed, note: '' };
    await app.api(routes.savePosition, save, stand.hr.session);
  }

  const listen = ({ session }: Walker, answerId: string) =>
    app.api(routes.ownQuestionAudio, { answerId }, session);

  it('is an MP3, M4A or WAV by its bytes, and not more than 2 MB', () => {
    const m4a = filled(Buffer.from('\0\0\0\u0018ftypM4A ', 'latin1'));
    const wav = filled(Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'));
    const frame = filled(Buffer.from('fffb9064', 'hex'));
    expect([anMp3(), frame, m4a, wav].map(codeOf)).to.deep.equal(['mp3', 'mp3', 'm4a', 'wav']);
    const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(400));
    const png = filled(Buffer.from('89504e470d0a1a0a', 'hex'));
    const utf16 = filled(Buffer.from('fffe3c00', 'hex'));
    expect([page, png, utf16].map(codeOf)).to.deep.equal(Array(3).fill('fileTypeUnknown'));
    expect(codeOf(Buffer.alloc(0))).to.equal('fileEmpty');
    expect(codeOf(Buffer.concat([anMp3(), Buffer.alloc(mostAudioBytes)]))).to.equal('fileTooLarge');
  });

  it('is uploaded by who edits positions; the same again is the same file', async () => {
    await refused(aRecording(app, stand.head), 'notAllowed');
    expect(await aRecording(app, stand.hr, bytes)).to.equal(file);
    const heard = await app.api(routes.questionAudio, { file }, stand.hr.session);
    expect(heard).to.deep.equal({ mimeType: 'audio/mpeg', data: bytes.toString('base64') });
  });

  it('is of one company: another one does not have it', async () => {
    const other = await aStand(app);
    await refused(app.api(routes.questionAudio, { file }, other.hr.session), 'notFound');
  });

  it('is heard by the candidate while the question is open, not before and not after', async () => {
    await spoken(({ text }) => text.zh);
    const waiting = await invited(stand);
    const walker = await interviewing(stand);
    const current = await currentOf(stand, walker);
    expect(current.readBy).to.equal('person');
    const heard = await listen(walker, current.answerId);
    expect(heard.data).to.equal(bytes.toString('base64'));
    await refused(listen(waiting, current.answerId), 'questionNotOpen');
    await answerInText(stand, walker, '我先听完顾客的话，再按规定换货。');
    await refused(listen(walker, current.answerId), 'questionNotOpen');
    await next(stand, walker);
    const second = await currentOf(stand, walker);
    expect(second.readBy).to.equal('device');
    await refused(listen(walker, second.answerId), 'notFound');
  });

  it('is not played with other words than it says: the device’s voice reads those', async () => {
    await spoken(({ text }) => `${text.zh}（旧）`);
    const walker = await interviewing(stand);
    const current = await currentOf(stand, walker);
    expect(current.readBy).to.equal('device');
    await refused(listen(walker, current.answerId), 'notFound');
  });
});
