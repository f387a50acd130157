import type { Segment } from '@zhiyu/contracts/scoring';
import type { AssessInput } from '@zhiyu/server/scoring/engine/assess';
import { rulesOf } from '@zhiyu/server/scoring/engine/rules';
import { onlySureQuotes } from '@zhiyu/server/scoring/heard/second-engine';
import { expect } from 'chai';
import { anInterview, aQuestion, aRecording } from './engine.cases.js';

const { question, model } = aQuestion('store-staff', 'return-conflict');
const first = '我先请她到旁边坐下。';
const more = '后来我把规则贴在了试衣间。';

function heard(text: string, figure: number): Segment {
  const words = [...text].map((_, at): [number, number, number] => [at, at + 1, figure]);
  return { text, from: 0, to: 5, confidence: 0.9, words };
}

/** A story and its follow-up, with how surely each was heard; the model quotes one passage of each. */
function interview(own: number, added: number): AssessInput {
  const asked = anInterview(model, [
    aRecording(question, [heard(first, own)], 5),
    { ...aRecording(question, [heard(more, added)], 5), kind: 'followUp' },
  ]);
  const [story, follow] = asked.answers;
  if (!story || !follow) throw new Error('two answers');
  return { ...asked, answers: [story, { ...follow, follows: story.answerId }] };
}

const points = [
  { level: 4, stance: 'for' as const, start: 0, end: 9 },
  // Behind the first answer and the line between both.
  { level: 5, stance: 'for' as const, start: first.length + 1, end: first.length + 1 + 12 },
];
const second = {
  name: 'm',
  readings: { 'answer-0': { dimensions: [{ code: 'serviceAwareness', level: 4, points }] } },
};

function keptOf(input: AssessInput, version = '1.8.0'): number[] {
  const { readings } = onlySureQuotes(second, input.answers, rulesOf(version));
  const reading = readings['answer-0'];
  return reading && 'dimensions' in reading
    ? reading.dimensions.flatMap((one) => one.points.map(({ level }) => level))
    : [];
}

describe("a language model's quotes in the words of a follow-up", () => {
  it('are dropped where these were not heard for sure, and stay where they were', () => {
    expect(keptOf(interview(0.95, 0.95))).to.eql([4, 5]);
    expect(keptOf(interview(0.95, 0.3))).to.eql([4]);
    expect(keptOf(interview(0.3, 0.95))).to.eql([5]);
    expect(keptOf(interview(0.3, 0.3))).to.eql([]);
  });

  it('were not checked by engine 1.7.0, whose reports stay', () => {
    expect(keptOf(interview(0.95, 0.3), '1.7.0')).to.eql([4, 5]);
    expect(keptOf(interview(0.3, 0.3), '1.7.0')).to.eql([5]);
  });

  it('a high level whose quotes for it are gone is dropped too', () => {
    const against = { ...points[0], level: 2, stance: 'against' as const, start: 0, end: 9 };
    const dimensions = [{ code: 'serviceAwareness', level: 4, points: [against, points[1]] }];
    const read = { name: 'm', readings: { 'answer-0': { dimensions } } } as typeof second;
    const { readings } = onlySureQuotes(read, interview(0.95, 0.3).answers, rulesOf('1.8.0'));
    expect(readings['answer-0']).to.eql({ dimensions: [] });
  });
});
