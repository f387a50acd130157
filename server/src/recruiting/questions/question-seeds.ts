import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { loadQuestionSeeds } from '@zhiyu/config/questions';
import type { BankItem, Competency } from '@zhiyu/contracts/question-bank';

export interface Seed {
  item: BankItem;
  competency: Competency;
  /** SHA-256 of the item with its competency's points. */
  hash: string;
}

interface Loaded {
  competencies: Competency[];
  seeds: Seed[];
}

/** The bank that comes with the product: read once, copied into versions of each company. */
@Injectable()
export class QuestionSeeds {
  private loaded: Loaded | undefined;

  competencies(): Competency[] {
    return this.all().competencies;
  }

  competency(code: string): Competency | undefined {
    return this.competencies().find((one) => one.code === code);
  }

  items(): Seed[] {
    return this.all().seeds;
  }

  private all(): Loaded {
    this.loaded ??= load();
    return this.loaded;
  }
}

function load(): Loaded {
  const files = loadQuestionSeeds();
  const seeds = files.flatMap(({ competency, items }) =>
    items.map((item) => ({ item, competency, hash: hashOf(item, competency) })),
  );
  return { competencies: files.map((file) => file.competency), seeds };
}

function hashOf(item: BankItem, { indicators }: Competency): string {
  return createHash('sha256')
    .update(JSON.stringify([item, indicators]))
    .digest('hex');
}
