import { Injectable } from '@nestjs/common';
import { questionFromBank } from '@zhiyu/contracts/bank-copy';
import type { Locale, Text } from '@zhiyu/contracts/basics';
import type { Dimension, Question } from '@zhiyu/contracts/position';
import type { Tx } from '../../platform/database/database.js';
import { BankStore, type Stored } from './bank-store.js';
import { QuestionSeeds } from './question-seeds.js';

/** A question as it will be asked; `instead` the one it stands for, asked of this person before. */
export interface Fresh {
  question: Question;
  instead: Question | null;
}

export interface Wanted {
  companyId: string;
  locale: Locale;
  /** In the order of the plan. */
  planned: Question[];
  dimensions: Dimension[];
  /** Every question this person was asked by the company, or is going to be. */
  before: Pick<Question, 'code' | 'text' | 'bank'>[];
}

const bare = (text: Text): string => text.zh.replace(/[\s\p{P}]/gu, '');

/** The codes and the words of questions, by which one is known again. */
class Known {
  private readonly codes = new Set<string>();
  private readonly texts = new Set<string>();

  constructor(questions: Wanted['before']) {
    for (const question of questions) {
      this.add(question);
    }
  }

  add({ text, bank }: Pick<Question, 'text' | 'bank'>): void {
    if (bank) {
      this.codes.add(bank.code);
    }
    this.texts.add(bare(text));
  }

  has(text: Text, code: string | undefined): boolean {
    return this.texts.has(bare(text)) || (code !== undefined && this.codes.has(code));
  }
}

/** Nobody is asked the same question twice: another item about the same competency stands in. */
@Injectable()
export class FreshQuestions {
  constructor(
    private readonly store: BankStore,
    private readonly seeds: QuestionSeeds,
  ) {}

  async of(tx: Tx, wanted: Wanted): Promise<Fresh[]> {
    const before = new Known(wanted.before);
    const repeats = wanted.planned.filter(({ text, bank }) => before.has(text, bank?.code));
    if (repeats.length === 0) {
      return wanted.planned.map((question) => ({ question, instead: null }));
    }
    await this.store.fillIn(tx, wanted.companyId);
    const bank = await this.store.all(wanted.companyId, tx.manager);
    const exposures = await this.store.exposures(wanted.companyId, tx.manager);
    const rarest = bank
      .filter(({ row }) => !row.retired)
      .sort((a, b) => asked(a, exposures) - asked(b, exposures));
    // What stands in must not be another one of the same plan either.
    const taken = new Known([...wanted.before, ...wanted.planned]);
    return wanted.planned.map((question) => {
      const other = repeats.includes(question) ? this.other(question, rarest, wanted, taken) : null;
      const instead = repeats.includes(question) ? question : null;
      if (other) {
        taken.add(other);
      }
      return { question: other ?? question, instead };
    });
  }

  /** The least asked one of the same competency, of the same kind where there is one. */
  private other(
    question: Question,
    rarest: Stored[],
    { locale, dimensions }: Wanted,
    taken: Known,
  ): Question | null {
    const spoken = question.text[locale] === undefined ? 'zh' : locale;
    for (const dimension of question.dimensions) {
      const about = this.competencyOf(question, dimension, { rarest, dimensions });
      const free = rarest.filter(
        ({ content }) =>
          content.competency === about &&
          content.text[spoken] !== undefined &&
          !taken.has(content.text, content.code),
      );
      const best = free.find(({ content }) => content.kind === question.kind) ?? free[0];
      if (best) {
        const { row, content, indicators } = best;
        const item = { code: row.code, version: row.version, content, allIndicators: indicators };
        return questionFromBank(item, dimension);
      }
    }
    return null;
  }

  /** Of a copied item its own; otherwise by the dimension's code or name. */
  private competencyOf(
    question: Question,
    dimension: string,
    known: { rarest: Stored[]; dimensions: Dimension[] },
  ): string | undefined {
    const copied = known.rarest.find(({ row }) => row.code === question.bank?.code);
    const name = known.dimensions.find((one) => one.code === dimension)?.name.zh;
    const meant = this.seeds
      .competencies()
      .find((one) => one.dimensions.includes(dimension) || one.name.zh === name);
    return copied?.content.competency ?? meant?.code;
  }
}

function asked({ row }: Stored, exposures: Map<string, { asked: number }>): number {
  return exposures.get(row.code)?.asked ?? 0;
}
