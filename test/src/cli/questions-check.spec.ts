import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestionFolder } from '@zhiyu/config/questions';
import { questionsCommand } from '@zhiyu/server/cli/questions.command';
import { expect } from 'chai';

/** One item at fault: what to write instead of what stands in the bank, and the rule that must say so. */
interface Broken {
  rule: string;
  says: string;
  file?: string;
  from: string | RegExp;
  to: string;
}

const service = 'service-awareness.yaml';
const text = '请讲一次您接待一位非常生气的顾客的真实经历。';

const broken: Broken[] = [
  {
    rule: 'schema',
    says: 'an unknown field',
    from: '    kind: situational\n',
    to: '    kind: riddle\n',
  },
  { rule: 'schema', says: 'four anchors', from: /\n {8}- 直接拒绝或指责[^\n]*/, to: '' },
  {
    rule: 'schema',
    says: 'a part nobody knows',
    from: '        task: 您会',
    to: '        mood: 您会',
  },
  {
    rule: 'schema',
    says: 'one follow-up',
    from: /\n {8}(?:action|result): (?:如果两个办法|您凭什么)[^\n]*/g,
    to: '',
  },
  {
    rule: 'code-twice',
    says: 'a code twice',
    from: 'code: svc-upset-guest',
    to: 'code: svc-past-return',
  },
  {
    rule: 'near-duplicate',
    says: 'nearly the same question',
    from: '请讲一次因为您自己的疏忽给客户或同事添了麻烦、您去补救的经历。',
    to: '请讲一次您接待一位十分生气的顾客的真实经历。',
  },
  {
    rule: 'variant',
    says: 'a language without one follow-up',
    from: '        action: What exactly was the extra step you took?\n',
    to: '',
  },
  { rule: 'length', says: 'three letters', from: text, to: '生气？讲。' },
  {
    rule: 'hint',
    says: 'a hint that asks',
    from: '请按先后说您的每一步，以及为什么这样做。',
    to: '您会先做什么？',
  },
  {
    rule: 'double-barrelled',
    says: 'two question marks',
    from: text,
    to: '您接待过生气的顾客吗？后来怎样了？',
  },
  {
    rule: 'double-barrelled',
    says: 'two question words in one sentence',
    from: text,
    to: '接待生气的顾客时您先做什么，同事又是怎么帮您的？',
  },
  {
    rule: 'double-barrelled',
    says: 'two in English',
    from: 'How did the person react afterwards?',
    to: 'How did the person react and what did you learn?',
  },
  {
    rule: 'leading',
    says: 'a wanted answer',
    from: text,
    to: '接待生气的顾客，您一定会先道歉，对吧，请讲一次经历。',
  },
  {
    rule: 'protected',
    says: 'marriage',
    from: text,
    to: '请讲讲您结婚以后接待生气的顾客的一次真实经历。',
  },
  {
    rule: 'protected',
    says: 'age in French',
    from: 'Quel était exactement ce pas de plus ?',
    to: 'Quel âge aviez-vous alors exactement ?',
  },
  {
    rule: 'protected',
    says: 'health in a hint',
    from: '不在门店工作过，说别的服务经历也行。',
    to: '也说说您当时的健康情况。',
  },
  {
    rule: 'anchors-alike',
    says: 'two levels that say the same',
    from: /躲开或叫别人来：[^\n]*/,
    to: '和对方争起来：“他真的无理取闹，我就跟他说规定就是这样。”',
  },
  {
    rule: 'anchor-filler',
    says: 'a level without behaviour',
    from: /听完、道歉、把事办成：[^\n]*/,
    to: '表现良好，回答比较全面，能力较强。',
  },
  {
    rule: 'anchor-order',
    says: 'a strong level in the words of a weak one',
    from: /事后回访并改了做法：[^\n]*/,
    to: '跟他说规定就是这样，是他自己没看清，不归我管。',
  },
  {
    rule: 'follow-up',
    says: 'a follow-up that asks the question again',
    from: '他当时最在意的是什么？',
    to: '请讲一次接待非常生气的顾客的真实经历。',
  },
  { rule: 'cues', says: 'a single character', from: '[规定就是, 爱买不买,', to: '[我, 爱买不买,' },
  {
    rule: 'cues',
    says: 'one word for both groups',
    from: '[要, 用, 想, 需要,',
    to: '[问他, 用, 想, 需要,',
  },
  { rule: 'cues', says: 'no point of level 3', from: /level: 3\n/g, to: 'level: 4\n' },
];

describe('zhiyu questions check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-questions-'));
  const source = readQuestionFolder().find((one) => one.file === service);
  const original = readFileSync(source?.path ?? '', 'utf8');
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function check(...files: string[]): Promise<{ code: number; out: string }> {
    let out = '';
    const write = (said: string) => {
      out += said;
    };
    const code = await questionsCommand(['check', ...files], { out: write, err: write, ask: null });
    return { code, out };
  }

  it('finds nothing in the product’s bank: 12 competencies, 96 items, 24 in four languages', async () => {
    const { code, out } = await check();
    expect(out).to.equal(
      '胜任力 12，题目 96，四种语言 24  12 competencies, 96 items, 24 in four languages: 没有问题 no faults\n',
    );
    expect(code).to.equal(0);
  });

  it('a single file is checked by itself, without the counts of the whole', async () => {
    const file = join(folder, 'whole.yaml');
    writeFileSync(file, original);
    expect((await check(file)).code).to.equal(0);
  });

  for (const [at, { rule, says, from, to }] of broken.entries()) {
    it(`${rule}: ${says}, with file and line`, async () => {
      const file = join(folder, `broken-${String(at)}.yaml`);
      const changed = original.replace(from, to);
      expect(changed, 'the bank no longer has what is to be broken').not.to.equal(original);
      writeFileSync(file, changed);
      const { code, out } = await check(file);
      expect(code).to.equal(1);
      const lines = out.split('\n').filter((line) => line.includes(`[${rule}]`));
      expect(lines, out).not.to.deep.equal([]);
      expect(lines[0]).to.match(/broken-\d+\.yaml:\d+: \[/);
    });
  }

  it('the line is the one at fault', async () => {
    const file = join(folder, 'line.yaml');
    writeFileSync(file, original.replace(text, '请讲讲您结婚以后接待生气的顾客的一次真实经历。'));
    const line = original.split('\n').findIndex((one) => one.includes(text)) + 1;
    expect((await check(file)).out).to.contain(`line.yaml:${String(line)}: [protected]`);
  });

  it('what is no YAML is said with its line', async () => {
    const file = join(folder, 'no.yaml');
    writeFileSync(file, 'code: a\n  items: [\n');
    const { code, out } = await check(file);
    expect([code, out.includes('no.yaml:')]).to.deep.equal([1, true]);
  });
});
