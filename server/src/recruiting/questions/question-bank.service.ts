import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  BankDetail,
  BankItem,
  BankList,
  BankSummary,
  ListBank,
  RetireBankItem,
  SaveBankItem,
} from '@zhiyu/contracts/question-bank';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { StaffService } from '../../staff/staff.service.js';
import { BankItemRow, BankItemVersion } from '../entities/bank-item.entity.js';
import { BankStore, type Stored } from './bank-store.js';
import { repeatsOf } from './lint/bank-rules.js';
import type { Finding } from './lint/finding.js';
import { cueFaults, itemFindings, languagesOf } from './lint/item-rules.js';
import { QuestionSeeds } from './question-seeds.js';

/** The company's questions: the product's, those it changed and its own (R21). */
@Injectable()
export class QuestionBank {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly seeds: QuestionSeeds,
    private readonly store: BankStore,
  ) {}

  async list(actor: StaffActor, filter: ListBank): Promise<BankList> {
    await this.store.fill(actor.companyId);
    const stored = await this.store.all(actor.companyId);
    const exposures = await this.store.exposures(actor.companyId);
    const inUse = stored.filter((one) => !one.row.retired);
    const order = new Map(this.seeds.competencies().map((one, at) => [one.code, at]));
    const found = stored
      .filter((one) => fits(one, filter))
      .map((one) => summaryOf(one, exposures.get(one.row.code)));
    return {
      competencies: this.seeds.competencies().map(({ indicators: _shared, ...competency }) => ({
        ...competency,
        items: inUse.filter((one) => one.content.competency === competency.code).length,
      })),
      items: found.sort(
        (a, b) => (order.get(a.competency) ?? 99) - (order.get(b.competency) ?? 99),
      ),
      total: inUse.length,
    };
  }

  async detail(actor: StaffActor, code: string): Promise<BankDetail> {
    await this.store.fill(actor.companyId);
    const stored = await this.store.find(actor.companyId, code);
    if (!stored) {
      throw new AppError('notFound');
    }
    const exposures = await this.store.exposures(actor.companyId);
    const versions = await this.database
      .read(BankItemVersion)
      .find({ where: { itemId: stored.row.id }, order: { version: 'DESC' } });
    const names = await this.staff.namesOf(versions.map((one) => one.createdBy));
    return {
      ...summaryOf(stored, exposures.get(code)),
      content: stored.content,
      allIndicators: stored.indicators,
      versions: versions.map(({ version, createdAt, createdBy, note }) => ({
        version,
        createdAt,
        createdBy: names.get(createdBy ?? '') ?? '',
        note,
      })),
    };
  }

  /**
   * A new item or a new version of one; questions that were copied before keep theirs.
   * @throws invalidInput with what `zhiyu questions check` would find, staleVersion
   */
  async save(actor: StaffActor, input: SaveBankItem): Promise<BankDetail> {
    const { companyId, id: createdBy } = actor;
    const { code, content, note } = input;
    await this.store.fill(companyId);
    const known = await this.store.all(companyId);
    const old = known.find((one) => one.row.code === code);
    if (!old && input.baseVersion > 0) {
      throw new AppError('notFound');
    }
    const others = known.filter((one) => one.row.code !== code).map((one) => one.content);
    this.check(code, content, others);
    const shared = this.seeds.competency(content.competency)?.indicators ?? [];
    await this.database.transaction(async (tx) => {
      const row = await tx.manager.findOneBy(BankItemRow, { companyId, code });
      if ((row?.version ?? 0) !== input.baseVersion) {
        throw new AppError('staleVersion');
      }
      const indicators = [...shared, ...content.indicators];
      const own = { origin: 'own' as const, seed: null };
      await this.store.add(tx, row, { companyId, content, indicators, createdBy, note, ...own });
    });
    return this.detail(actor, code);
  }

  async retire(actor: StaffActor, { code, retired }: RetireBankItem): Promise<BankDetail> {
    const { companyId } = actor;
    await this.store.fill(companyId);
    await this.database.transaction(async (tx) => {
      await tx.manager.update(BankItemRow, { companyId, code }, { retired });
    });
    return this.detail(actor, code);
  }

  private check(code: string, content: BankItem, others: BankItem[]): void {
    const competency = this.seeds.competency(content.competency);
    if (code !== content.code || !competency) {
      const path = competency ? 'code' : 'competency';
      throw new AppError('invalidInput', {}, [{ path, message: 'unknown' }]);
    }
    const clash = cueFaults([...competency.indicators, ...content.indicators]);
    const twins = repeatsOf(content, others);
    const faults = [...itemFindings(content), ...twins, ...clash];
    if (faults.length > 0) {
      throw new AppError('invalidInput', {}, faults.map(asFault));
    }
  }
}

function asFault({ rule, place, message }: Omit<Finding, 'code'>) {
  const at = [place.field, place.locale, place.at].filter((part) => part !== undefined);
  return { path: at.join('.'), message: `[${rule}] ${message}` };
}

function summaryOf(stored: Stored, exposure: BankSummary['exposure'] | undefined): BankSummary {
  const { row, content } = stored;
  const { competency, kind, text, attributes, industries } = content;
  return {
    code: row.code,
    version: row.version,
    origin: row.origin,
    competency,
    kind,
    text,
    languages: languagesOf(content),
    attributes,
    industries,
    seconds: content.thinkingSeconds + content.answerSeconds,
    retired: row.retired,
    exposure: exposure ?? { asked: 0, lastAt: null },
  };
}

/** An item for no attribute or industry in particular fits every one. */
function among<T>(list: readonly T[], wanted: T | undefined): boolean {
  return wanted === undefined || list.length === 0 || list.includes(wanted);
}

function same<T>(value: T, wanted: T | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function fits({ row, content }: Stored, filter: ListBank): boolean {
  return (
    (filter.retired === '1' || !row.retired) &&
    same(content.competency, filter.competency) &&
    same(content.kind, filter.kind) &&
    same(row.origin, filter.origin) &&
    among(languagesOf(content), filter.locale) &&
    among(content.industries, filter.industry) &&
    among(content.attributes, filter.attribute) &&
    says(content, filter.search ?? '')
  );
}

function says(content: BankItem, search: string): boolean {
  const texts = [
    content.text,
    content.hint,
    ...content.anchors.map((one) => one.text),
    ...content.followUps.map((one) => one.text),
  ];
  const all = [
    content.code,
    ...texts.flatMap((text) => [textIn(text, 'zh'), textIn(text, 'en')]),
  ].join('\n');
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return words.every((word) => all.toLowerCase().includes(word));
}
