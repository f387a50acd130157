import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { playedTrack } from '@zhiyu/server/interviews/media/played-track';
import { expect } from 'chai';

const recorded = (track: 'video' | 'audio', seconds: number | null, bytes = 1000): Media =>
  Object.assign(new Media(), { track, seconds, bytes, pictureSeconds: null, state: 'complete' });
/** A video whose sound goes on after the picture. */
const blind = (pictureSeconds: number, seconds: number): Media =>
  Object.assign(recorded('video', seconds), { pictureSeconds });

describe('which track of an answer is played', () => {
  it('the video, which holds the sound too', () => {
    const video = recorded('video', 30.1);
    expect(playedTrack([recorded('audio', 30.4), video])).to.equal(video);
  });

  it('the sound, where the picture was dropped on the way: the video ends there', () => {
    const audio = recorded('audio', 10.2);
    expect(playedTrack([recorded('video', 0.1), audio])).to.equal(audio);
  });

  it('the sound, where the picture ended early or never came, though the video holds the sound', () => {
    const audio = recorded('audio', 30.2);
    expect(playedTrack([blind(4.1, 30.1), audio])).to.equal(audio);
    expect(playedTrack([blind(0, 30.1), audio])).to.equal(audio);
    const whole = blind(29.6, 30.1);
    expect(playedTrack([whole, audio])).to.equal(whole);
  });

  it('the video, where the track of the sound holds less than it', () => {
    const video = blind(4.1, 30.1);
    expect(playedTrack([video, recorded('audio', 12)])).to.equal(video);
    expect(playedTrack([video])).to.equal(video);
  });

  it('the video while lengths are unknown', () => {
    const video = recorded('video', null);
    expect(playedTrack([video, recorded('audio', 10)])).to.equal(video);
  });

  it('the sound, where no picture ever came; nothing where nothing came', () => {
    const audio = recorded('audio', null);
    expect(playedTrack([recorded('video', null, 0), audio])).to.equal(audio);
    expect(playedTrack([recorded('video', null, 0)])).to.equal(undefined);
  });
});
