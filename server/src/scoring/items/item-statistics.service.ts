import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  AskItemStatistics,
  ItemKind,
  ItemStatistics,
  ItemStatisticsList,
} from '@zhiyu/contracts/item-statistics';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { Schedules } from '../../platform/jobs/schedules.js';
import { Runtime } from '../../platform/runtime.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { BankStore } from '../../recruiting/questions/bank-store.js';
import { figuresOf } from './figures.js';
import { ItemPoint, ItemStatistic } from './item.entity.js';
import { OwnQuestions } from './own-questions.service.js';
import { proposalOf, type Rated } from './proposals.js';

const exposureMs = 90 * 86_400_000;
/** The newest answers of a question that are counted. */
const mostAnswers = 5_000;

/** How questions have worked: made every night from what each answer was worth, never while somebody waits. */
@Injectable()
export class ItemStatisticsDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly bank: BankStore,
    private readonly own: OwnQuestions,
    private readonly schedules: Schedules,
    private readonly runtime: Runtime,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const expression = this.runtime.settings.times.HOUSEKEEPING_CRON;
    this.schedules.add({ job: 'items.daily', expression, payload: (due) => ({ due }) });
  }

  @OnJob('items.daily')
  async run(): Promise<void> {
    const groups = await this.database
      .read(ItemPoint)
      .createQueryBuilder('p')
      .select('p.companyId', 'companyId')
      .addSelect('p.kind', 'kind')
      .groupBy('p.companyId')
      .addGroupBy('p.kind')
      .getRawMany<{ companyId: string; kind: ItemKind }>();
    for (const { companyId, kind } of groups) {
      await this.make(companyId, kind);
    }
  }

  /** @throws invalidInput for items of a test or of a position that is not named; notFound, notAllowed of a position */
  async list(actor: StaffActor, ask: AskItemStatistics): Promise<ItemStatisticsList> {
    const { kind } = ask;
    const of = kind === 'test' ? ask.testId : kind === 'own' ? ask.positionId : '';
    if (of === undefined) {
      const path = kind === 'test' ? 'testId' : 'positionId';
      throw new AppError('invalidInput', {}, [{ path, message: 'needed' }]);
    }
    const { companyId } = actor;
    const rows = await this.database.read(ItemStatistic).findBy({ companyId, kind });
    const prefix = of === '' ? '' : `${of} `;
    const shown = rows.filter(({ code }) => code.startsWith(prefix));
    const counted = new Map(shown.map(({ code, figures }) => [code, figures]));
    const plain = [...counted].map(([code, one]) => ({ ...one, code: code.slice(prefix.length) }));
    return {
      items: kind === 'own' ? await this.own.named(actor, of, counted) : plain,
      at: shown.reduce<number | null>((newest, { at }) => Math.max(newest ?? 0, at), null),
    };
  }

  private async make(companyId: string, kind: ItemKind): Promise<void> {
    const rated = await this.rated(companyId, kind);
    const figures = rated.map((one) => ({
      ...{ code: one.code, exposure: one.exposure, ...one.figures },
      proposal: proposalOf(one, rated),
    }));
    await this.store(companyId, kind, figures);
  }

  private async rated(companyId: string, kind: ItemKind): Promise<Rated[]> {
    const points = this.database.read(ItemPoint);
    const codes = await points
      .createQueryBuilder('p')
      .select('DISTINCT p.code', 'code')
      .where('p.companyId = :companyId AND p.kind = :kind', { companyId, kind })
      .getRawMany<{ code: string }>();
    const items = await this.items(
      companyId,
      kind,
      codes.map(({ code }) => code),
    );
    const since = this.clock.now() - exposureMs;
    const rated: Rated[] = [];
    for (const item of items) {
      const where = { companyId, kind, code: item.code };
      const rows = await points.find({ where, order: { at: 'DESC' }, take: mostAnswers });
      const exposure = rows.filter(({ at }) => at >= since).length;
      rated.push({ ...item, exposure, figures: figuresOf(rows) });
    }
    return rated;
  }

  /** What stands for what: of the bank every item in use of a competency, of a test nothing else. */
  private async items(companyId: string, kind: ItemKind, codes: string[]) {
    if (kind === 'test') {
      return codes.map((code) => ({ code, group: code, offered: true }));
    }
    if (kind === 'own') {
      return this.own.rated(companyId, codes);
    }
    const stored = await this.bank.all(companyId);
    return stored
      .map(({ row, content }) => ({
        ...{ code: row.code, group: content.competency, offered: !row.retired },
      }))
      .filter(({ code, offered }) => offered || codes.includes(code));
  }

  private async store(companyId: string, kind: ItemKind, all: ItemStatistics[]): Promise<void> {
    const counted = all.filter(({ answers }) => answers > 0);
    if (counted.length === 0) {
      return;
    }
    await this.database.transaction(async (tx) => {
      const codes = counted.map(({ code }) => code);
      await tx.manager.delete(ItemStatistic, { companyId, kind, code: In(codes) });
      await tx.manager.insert(
        ItemStatistic,
        counted.map((figures) => ({
          ...{ id: newId(tx.now), companyId, kind, code: figures.code, figures, at: tx.now },
        })),
      );
    });
  }
}
