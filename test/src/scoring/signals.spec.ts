import type { Stretch } from '@zhiyu/contracts/signals';
import { readWav } from '@zhiyu/server/platform/speech/wav';
import { SoundMeter } from '@zhiyu/server/scoring/signals/sound-meter';
import { wordSignals } from '@zhiyu/server/scoring/signals/word-signals';
import { expect } from 'chai';
import { compareWithPraat } from '../factories/praat.js';
import { wavOf } from '../factories/speech.js';
import { speak, type Voice, voices } from '../factories/voice.js';
import { praatReadings } from './praat.readings.js';

const rate = 16_000;

/** As it stands in a file of 16 bits, which is what Praat was given. */
const heard = (voice: Voice) => readWav(wavOf(speak(voice))).samples;

const voiceNamed = (name: string) => voices.find((voice) => voice.name === name)!;

function measured(samples: Float32Array, speech: Stretch[], block = 5000) {
  const meter = new SoundMeter(rate);
  for (let at = 0; at < samples.length; at += block) {
    meter.add(samples.subarray(at, at + block));
  }
  return meter.finish(speech, 'marked by hand');
}

/** Where the syllables of a made voice lie. */
function speechOf(voice: Voice): Stretch[] {
  let at = 0.3;
  return voice.says.split('.').map((word) => {
    const stretch = { from: at, to: at + word.length * 0.28 };
    at = stretch.to + 0.5;
    return stretch;
  });
}

describe('pitch and loudness', () => {
  for (const voice of voices) {
    it(`are Praat’s for the ${voice.name} voice`, () => {
      const difference = compareWithPraat(heard(voice), rate, praatReadings[voice.name]!);
      expect(difference.voicing, 'voicing').to.be.below(0.05);
      expect(difference.gross, 'gross errors').to.be.below(0.01);
      expect(difference.cents, 'cents').to.be.below(2);
      expect(difference.decibels, 'dB').to.be.closeTo(0, 0.01);
    });
  }

  it('follow a tone to a fifth of a hertz, and find none in noise', () => {
    const sine = Float32Array.from({ length: 3 * rate }, (_, at) => Math.sin(at / 12) / 3);
    const whole = [{ from: 0, to: 3 }];
    expect(measured(sine, whole).pitch?.medianHz).to.be.closeTo(rate / (24 * Math.PI), 0.2);
    const hiss = speak({ name: 'hiss', hertz: 100, noise: 0.3, says: '.......' });
    expect(measured(hiss, whole).pitch).to.equal(null);
  });
});

describe('facts of a sound', () => {
  const voice = voiceNamed('low');

  it('are the same whatever the size of the blocks', () => {
    const speech = speechOf(voice);
    const whole = measured(heard(voice), speech, 1e9);
    expect(measured(heard(voice), speech, 333)).to.deep.equal(whole);
  });

  it('count the syllables, the pauses and the wait', () => {
    const facts = measured(heard(voice), speechOf(voice));
    expect(facts.syllables.count).to.be.within(11, 13);
    expect(facts.latency).to.equal(0.3);
    expect(facts.speechSeconds).to.be.closeTo(12 * 0.28, 0.01);
    expect(facts.pauses).to.deep.include({ count: 2, seconds: 1, longest: 0.5 });
    expect(facts.pauses.places[0]!.from).to.be.closeTo(0.3 + 4 * 0.28, 0.01);
  });

  it('see that a monotone moves less', () => {
    const flat = { ...voice, says: '1111.1111.1111' };
    const lively = measured(heard(voice), speechOf(voice)).pitch!;
    const monotone = measured(heard(flat), speechOf(flat)).pitch!;
    expect(monotone.rangeSemitones).to.be.below(1);
    expect(lively.rangeSemitones).to.be.above(4);
    expect(lively.movement).to.be.above(2 * monotone.movement);
  });

  it('do not change their pitch when it is only quieter', () => {
    const soft = heard(voice).map((value) => value / 50);
    const loud = measured(heard(voice), speechOf(voice));
    const quiet = measured(soft, speechOf(voice));
    expect(quiet.pitch).to.deep.equal(loud.pitch);
    expect(quiet.quality.levelDb).to.be.closeTo(loud.quality.levelDb! - 34, 0.2);
    expect(quiet.quality.faults).to.deep.equal(['quiet']);
  });

  it('say that a recording is clipped or noisy', () => {
    const cut = heard(voice).map((value) => Math.max(-1, Math.min(1, value * 8)));
    expect(measured(cut, speechOf(voice)).quality.faults).to.deep.equal(['clipped']);
    const noisy = { ...voice, noise: 0.1 };
    expect(measured(heard(noisy), speechOf(noisy)).quality.faults).to.deep.equal(['noisy']);
    expect(measured(heard(voice), speechOf(voice)).quality.faults).to.deep.equal([]);
  });

  it('of silence are nothing, not zero', () => {
    const nothing = measured(new Float32Array(2 * rate), []);
    expect(nothing).to.include({ speechSeconds: 0, latency: null, voicedShare: null, pitch: null });
    expect(nothing.syllables).to.deep.equal({ count: 0, perSecond: null });
    expect(nothing.quality.levelDb).to.equal(null);
    expect(measured(new Float32Array(0), []).seconds).to.equal(0);
  });
});

describe('facts of words', () => {
  const fillers = (text: string, locale: 'zh' | 'en' | 'ja' | 'fr') =>
    wordSignals(text, locale, null).fillers.map(({ word, count }) => `${word} ${count}`);

  it('count what only fills a gap', () => {
    expect(fillers('嗯，那个，我们嗯嗯先查了那个那个库存，呃，然后下单。', 'zh')).to.have.members([
      '嗯 2',
      '那个 2',
      '呃 1',
    ]);
    expect(fillers('Um, I was, you know, like, uh, fixing it.', 'en')).to.have.members([
      'um 1',
      'you know 1',
      'like 1',
      'uh 1',
    ]);
    expect(fillers('えーと、在庫を、あのー、確認しました。', 'ja')).to.have.members([
      'えーと 1',
      'あのー 1',
    ]);
    expect(fillers('Euh, j’ai, euh, appelé le client, hein.', 'fr')).to.have.members([
      'euh 2',
      'hein 1',
    ]);
  });

  it('leave the same words alone where they mean something', () => {
    expect(fillers('我选了那个方案，因为这个客户要得急，也就是说当天要。', 'zh')).to.deep.equal([]);
    expect(fillers('我处理的就是那个，后来没有再坏。', 'zh')).to.deep.equal([]);
    expect(fillers('Do you know what I mean to say? I like tests, her umbrella too.', 'en')).to.be
      .empty;
    expect(fillers('あの人に確認しました。その件です。', 'ja')).to.deep.equal([]);
    expect(fillers('Le bon client a un bon du coup de main.', 'fr')).to.deep.equal([]);
  });

  it('give characters or words a minute of speech, and none without a length', () => {
    expect(wordSignals('我们先查库存，再下单。', 'zh', 3)).to.include({
      length: 9,
      perMinute: 180,
    });
    expect(wordSignals("I didn't wait.", 'en', 2)).to.include({ length: 3, perMinute: 90 });
    expect(wordSignals('我们', 'zh', null).perMinute).to.equal(null);
    expect(wordSignals('我们', 'zh', 1.9).perMinute).to.equal(null);
    expect(wordSignals('', 'zh', 10)).to.include({ length: 0, perMinute: null });
  });
});
