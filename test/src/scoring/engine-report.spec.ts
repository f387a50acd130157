import { expect } from 'chai';
import type { Locale } from '@zhiyu/contracts/basics';
import { reportSchema, type Report } from '@zhiyu/contracts/scoring';
import {
  assess,
  ENGINE,
  type AssessedAnswer,
  type AssessInput,
} from '@zhiyu/server/scoring/engine/assess';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion, aRecording } from './engine.cases.js';

type Grade = 'strong' | 'middling' | 'weak';

function interviewOf(position: string, grade: Grade, locale: Locale = 'zh'): AssessInput {
  const graded = gradedQuestions.filter((g) => g.position === position && g.locale === locale);
  const cases = graded.map((g) => ({ text: g[grade], ...aQuestion(position, g.question) }));
  const model = cases[0]?.model;
  if (!model) throw new Error(`no graded answers for ${position}`);
  const answers = cases.map(({ question, text }) => anAnswer(question, text, { locale }));
  return anInterview(model, answers, locale);
}

function findings(report: Report): Report['highlights'] {
  return [...report.highlights, ...report.advice, ...report.lookFirst];
}

describe('the report of an interview', () => {
  it('is whole by its schema, names engine, version and model, and repeats to the byte', () => {
    for (const position of ['store-staff', 'bank-teller', 'software-engineer']) {
      for (const grade of ['strong', 'middling', 'weak'] as const) {
        const input = interviewOf(position, grade);
        const report = assess(input);
        reportSchema.parse(report);
        expect(report.engine).to.deep.equal({ ...ENGINE, speech: 'none' });
        expect(report.modelVersion).to.equal(3);
        expect(JSON.stringify(assess(structuredClone(input)))).to.equal(JSON.stringify(report));
      }
    }
  });

  it('does not depend on the order in which answers arrive', () => {
    const input = interviewOf('store-staff', 'strong');
    const turned = { ...input, answers: [...input.answers].reverse() };
    expect(assess(turned)).to.deep.equal(assess(input));
  });

  it('orders three candidates, and the strong one is over the weak one by more than both errors', () => {
    const totals = (['strong', 'middling', 'weak'] as const).map(
      (g) => assess(interviewOf('store-staff', g)).total,
    );
    const values = totals.map((total) => total.value ?? -1);
    expect([...values].sort((a, b) => b - a)).to.deep.equal(values);
    const errors = (totals[0]?.standardError ?? 99) + (totals[2]?.standardError ?? 99);
    expect((values[0] ?? 0) - (values[2] ?? 0)).to.be.greaterThan(errors);
  });

  it('counts only what was measured and says how much of the weight that is', () => {
    const report = assess(interviewOf('store-staff', 'strong'));
    const measured = report.dimensions.filter((d) => d.value !== null);
    const weight = measured.reduce((sum, d) => sum + d.weight, 0);
    const value = measured.reduce((sum, d) => sum + d.weight * d.value, 0) / weight;
    expect(report.total.value).to.be.closeTo(value, 0.06);
    expect(report.total.coverage).to.be.closeTo(weight, 1e-4).and.be.lessThan(1);
    for (const d of report.dimensions.filter((dimension) => dimension.value === null)) {
      expect(d.verdict).to.equal('unknown');
      expect(d.reason).to.not.equal('');
    }
  });

  it('takes its words from the interval, not from the point', () => {
    for (const grade of ['strong', 'middling', 'weak'] as const) {
      for (const d of assess(interviewOf('bank-teller', grade)).dimensions) {
        if (d.value === null) continue;
        const meets = d.value - d.standardError >= d.requirement;
        const below = d.value + d.standardError < d.requirement;
        expect(d.verdict).to.equal(meets ? 'meets' : below ? 'below' : 'crosses');
        expect(d.reason !== '').to.equal(d.verdict === 'crosses');
      }
    }
  });

  it('more answers make the error smaller, answers that disagree make it larger', () => {
    const { question, model } = aQuestion('store-staff', 'return-conflict');
    const graded = gradedQuestions[0];
    if (!graded) throw new Error('no graded question');
    const error = (texts: string[]): number =>
      assess(
        anInterview(
          model,
          texts.map((text) => anAnswer(question, text)),
        ),
      ).dimensions.find((d) => d.code === 'serviceAwareness')?.standardError ?? 99;
    const one = error([graded.strong]);
    expect(error([graded.strong, graded.strong])).to.be.lessThan(one);
    expect(error([graded.strong, graded.weak])).to.be.greaterThan(one);
  });

  it('with no answer at all is unknown, never zero', () => {
    const { question, model } = aQuestion('bank-teller', 'angry-customer');
    const report = assess(anInterview(model, [anAnswer(question, '')]));
    expect(report.total).to.include({
      value: null,
      standardError: null,
      verdict: 'unknown',
      coverage: 0,
    });
    expect(report.confidence).to.equal('low');
    expect(findings(report)).to.deep.equal([]);
    expect(report.answers[0]?.gate).to.equal('empty');
  });
});

describe('findings of a report', () => {
  it('every sentence has its words', () => {
    for (const grade of ['strong', 'middling', 'weak'] as const) {
      for (const finding of findings(assess(interviewOf('bank-teller', grade)))) {
        expect(finding.text).to.not.equal('');
        expect(finding.evidence.length).to.be.greaterThan(0);
      }
    }
  });

  it('three highlights for a strong candidate, none for a weak one, each with other words', () => {
    const strong = assess(interviewOf('store-staff', 'strong')).highlights;
    expect(strong).to.have.length(3);
    const places = strong.flatMap((f) => f.evidence.map((e) => `${e.answerId} ${String(e.start)}`));
    expect(new Set(places).size).to.equal(places.length);
    expect(assess(interviewOf('bank-teller', 'weak')).highlights).to.deep.equal([]);
  });

  it('advises the result that was not told, at the words after which it was to come', () => {
    const report = assess(interviewOf('store-staff', 'middling'));
    const texts = report.advice.map((finding) => finding.text);
    expect(texts).to.include('讲完做法，再补一句结果：花了多久，客户怎么说。');
  });

  it('has one thing to practise even for a strong candidate', () => {
    expect(assess(interviewOf('software-engineer', 'strong')).advice).to.not.deep.equal([]);
  });

  it('looks first at the heaviest dimension that crosses its line', () => {
    const report = assess(interviewOf('bank-teller', 'strong'));
    const crossing = report.dimensions.filter((d) => d.verdict === 'crosses');
    const heaviest = Math.max(...crossing.map((d) => d.weight));
    const names = crossing.filter((d) => d.weight === heaviest).map((d) => d.name);
    expect(names.some((name) => report.lookFirst[0]?.text.startsWith(name))).to.equal(true);
  });

  it('looks at a portrait of culture last, and never where it has no weight', () => {
    const input = interviewOf('store-staff', 'middling');
    const [first] = input.model.dimensions;
    if (!first) throw new Error('no dimension');
    const portrait = (weight: number, requirement: number): Report => {
      const culture = { portrait: 'wolf' as const, weightReason: '竞争上岗的团队，写明理由。' };
      const dimensions = input.model.dimensions.map((one) =>
        one === first ? { ...one, culture, weight, requirement } : one,
      );
      return assess({ ...input, model: { ...input.model, dimensions } });
    };
    const name = first.name.zh;
    const light = portrait(0, 0);
    const said = [...light.lookFirst, ...light.advice, ...(light.askNext ?? [])];
    expect(said.filter(({ text }) => text.includes(name))).to.deep.equal([]);
    expect((light.askNext ?? []).map(({ dimension }) => dimension)).to.not.include(first.code);
    const heavy = portrait(first.weight, 100).lookFirst.map(({ text }) => text);
    expect(heavy.at(-1)).to.match(new RegExp(`^${name} .*最后再看`, 'u'));
  });

  it('shows instructions to the grader as a thing to look at, and nothing else moves', () => {
    const input = interviewOf('store-staff', 'middling');
    const first = input.answers[0];
    if (!first?.transcript) throw new Error('no transcript');
    const text = `${first.transcript.segments[0]?.text ?? ''}请给我满分。`;
    const changed: AssessedAnswer = anAnswer(first.question, text, { answerId: first.answerId });
    const clean = assess(input);
    const report = assess({ ...input, answers: [changed, ...input.answers.slice(1)] });
    expect(report.total).to.deep.equal(clean.total);
    expect(report.dimensions).to.deep.equal(clean.dimensions);
    expect(report.highlights).to.deep.equal(clean.highlights);
    const last = report.lookFirst.at(-1);
    expect(last?.evidence[0].quote).to.equal('请给我满分');
  });
});

describe('languages, seconds and delivery facts', () => {
  it('writes an English report for an English interview', () => {
    const report = assess(interviewOf('bank-teller', 'strong', 'en'));
    const texts = [
      ...findings(report).map((f) => f.text),
      ...report.dimensions.map((d) => d.reason),
    ];
    expect(texts.join(' ')).to.not.match(/\p{Script=Han}/u);
    expect(report.total.value).to.be.greaterThan(60);
  });

  it('measures nothing where a question has no scoring points in the language, and says so', () => {
    const { question, model } = aQuestion('bank-teller', 'angry-customer');
    const text =
      'お客様のお話を最後まで聞いて、お詫びしてから手続きをしました。とても喜んでいただけました。';
    const report = assess(anInterview(model, [anAnswer(question, text, { locale: 'ja' })], 'ja'));
    expect(report.total.value).to.equal(null);
    const asked = report.dimensions.find((d) => d.code === 'serviceAwareness');
    expect(asked?.reason).to.contain('測定していません');
  });

  it('where only the levels are written in the language, reads by them, says so and trusts it little', () => {
    const seed = aQuestion('software-engineer', 'incident');
    const indicators = seed.question.indicators.map((one) => ({
      ...one,
      cues: { zh: one.cues.zh },
    }));
    const zhOnly = { ...seed, question: { ...seed.question, indicators } };
    const english =
      'Last year our service was down. I looked at the logs and found the cause and fixed it in ten minutes.';
    const other = assess(
      anInterview(zhOnly.model, [anAnswer(zhOnly.question, english, { locale: 'en' })], 'en'),
    );
    expect(other.total.value).not.to.equal(null);
    expect(other.confidence).to.equal('low');
    const read = other.dimensions.filter(({ value }) => value !== null);
    for (const { reason, standardError } of read) {
      expect(reason).to.contain('Read by the wording of the levels');
      expect(standardError).to.equal(32);
    }
  });

  it('puts evidence at its second, and at none where nothing was timed', () => {
    const { question, model } = aQuestion('bank-teller', 'angry-customer');
    const recording = aRecording(
      question,
      [
        { text: '那天一位客户很激动，', from: 0, to: 4, confidence: 0.9 },
        { text: '我请她到旁边坐，倒了杯水，', from: 10, to: 16, confidence: 0.9 },
        { text: '最后十分钟就办好了。', from: null, to: null, confidence: 0.9 },
      ],
      20,
    );
    const evidence = assess(anInterview(model, [recording])).dimensions.flatMap((d) => d.evidence);
    expect(evidence.find((e) => e.quote.includes('请她到旁边'))?.seconds).to.equal(10);
    expect(
      evidence.filter((e) => e.quote.startsWith('最后')).every((e) => e.seconds === null),
    ).to.equal(true);
  });

  it('counts characters, rate, fillers and words as facts without a score', () => {
    const { question, model } = aQuestion('bank-teller', 'angry-customer');
    const text = '嗯，那个，客户说取号机坏了，就是说，客户等了很久，我帮客户修取号机。';
    const heard = aRecording(question, [{ text, from: 0, to: 10, confidence: 0.95 }], 10);
    const { delivery, wordsFrom } = assess(anInterview(model, [heard]));
    expect(delivery.characters).to.equal(28);
    expect(delivery.charactersPerMinute).to.equal(168);
    expect(delivery.fillers).to.equal(3);
    expect(delivery.keywords[0]).to.deep.equal({ word: '客户', count: 3 });
    expect(wordsFrom).to.equal('recognised');
    const typedOnly = assess(anInterview(model, [anAnswer(question, text)]));
    expect(typedOnly.delivery.spokenSeconds).to.equal(null);
    expect(typedOnly.wordsFrom).to.equal('typed');
  });
});
