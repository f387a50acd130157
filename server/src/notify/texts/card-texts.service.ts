import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import {
  type CardTexts as Texts,
  type SaveTexts,
  type TextField,
  type TextKind,
  type TextQuery,
  type TextView,
  textSlots,
} from '@zhiyu/contracts/card-texts';
import { AppError } from '@zhiyu/contracts/errors';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, isDuplicate } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { AddressBook } from '../address-book.js';
import { sampleValues } from '../gallery/sample-people.js';
import { CardText } from './card-text.entity.js';
import { type TextValues, wordingOf } from './filling.js';
import { builtInTexts, faultsOf, slotLengths, textRules } from './text-rules.js';
import type { CardWording } from './wording.js';

const historyLength = 50;
/** Words for the whole company. */
const everyPosition = '';

interface Which {
  companyId: string;
  kind: TextKind;
  locale: Locale;
  positionId: string;
}

/** Whose words are wanted, and for which card. */
export interface WordingFor extends Which {
  values: TextValues;
  /** Turned down before an interview. */
  applied?: boolean;
}

/** A company's own words on the cards its candidates get: versions that are added and never changed. */
@Injectable()
export class CardTexts {
  constructor(
    private readonly database: Database,
    private readonly book: AddressBook,
  ) {}

  /** The words a card gets that is sent now; undefined where the company has none of its own. */
  async wording(manager: EntityManager, of: WordingFor): Promise<CardWording | undefined> {
    const company = await this.newest(manager, { ...of, positionId: everyPosition });
    const position = await this.newest(manager, of);
    const texts = { ...company?.texts, ...position?.texts };
    return Object.keys(texts).length === 0 ? undefined : wordingOf(texts, of.values, of.applied);
  }

  /** The words that hold for this company and position, without the built-in ones. */
  async current({ companyId }: StaffActor, query: TextQuery): Promise<Texts> {
    const { manager } = this.database.dataSource;
    const which = { ...query, companyId, positionId: query.positionId ?? everyPosition };
    const company = await this.newest(manager, { ...which, positionId: everyPosition });
    return { ...company?.texts, ...(await this.newest(manager, which))?.texts };
  }

  /** @throws notFound for a position of another company */
  async view(actor: StaffActor, query: TextQuery): Promise<TextView> {
    const which = await this.which(actor, query);
    const { manager } = this.database.dataSource;
    const versions = await manager.find(CardText, {
      where: whereOf(which),
      order: { version: 'DESC' },
      take: historyLength,
    });
    const [newest] = versions;
    const ofCompany = { ...which, positionId: everyPosition };
    const below = which.positionId === everyPosition ? null : await this.newest(manager, ofCompany);
    return {
      fields: fieldsOf(which, below?.texts ?? {}),
      version: newest?.version ?? 0,
      texts: newest?.texts ?? {},
      history: versions.map(({ version, texts, byStaffId, at }) => ({
        ...{ version, texts, byStaffId, at },
      })),
    };
  }

  /**
   * Adds a version; cards that were sent keep theirs.
   * @throws invalidInput with the faults by place, staleVersion where somebody else saved meanwhile
   */
  async save(actor: StaffActor, input: SaveTexts): Promise<TextView> {
    const which = await this.which(actor, input);
    const faults = faultsOf(input.kind, input.texts, sampleValues(input.locale));
    if (faults.length > 0) {
      const fields = faults.map(({ slot, code, detail }) => ({
        path: `texts.${slot}`,
        message: [code, detail].filter((part) => part !== '').join(':'),
      }));
      throw new AppError('invalidInput', {}, fields);
    }
    await this.add(actor, which, input);
    return this.view(actor, input);
  }

  private async add(actor: StaffActor, which: Which, input: SaveTexts): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        const newest = await this.newest(tx.manager, which);
        if ((newest?.version ?? 0) !== input.baseVersion) {
          throw new AppError('staleVersion');
        }
        await tx.manager.insert(CardText, {
          ...{ id: newId(tx.now), ...whereOf(which), version: input.baseVersion + 1 },
          ...{ texts: trimmed(input.texts), byStaffId: actor.id, at: tx.now },
        });
      });
    } catch (error) {
      throw isDuplicate(error) ? new AppError('staleVersion') : error;
    }
  }

  private async which({ companyId }: StaffActor, query: TextQuery): Promise<Which> {
    const { kind, locale, positionId } = query;
    if (
      positionId !== undefined &&
      (await this.book.positionName(companyId, positionId)) === null
    ) {
      throw new AppError('notFound');
    }
    return { companyId, kind, locale, positionId: positionId ?? everyPosition };
  }

  private newest(manager: EntityManager, which: Which): Promise<CardText | null> {
    return manager.findOne(CardText, { where: whereOf(which), order: { version: 'DESC' } });
  }
}

function whereOf({ companyId, kind, locale, positionId }: Which): Which {
  return { companyId, kind, locale, positionId };
}

function trimmed(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, text.trim()]));
}

function fieldsOf({ kind, locale }: Which, company: Texts): TextField[] {
  const words = { ...builtInTexts(kind, locale), ...company };
  return textSlots.flatMap((slot) => {
    const rule = textRules[kind][slot];
    const fallback = words[slot] ?? '';
    const { allowed = [], required = [] } = rule ?? {};
    const lists = { allowed: [...allowed], required: [...required] };
    return rule ? [{ slot, ...lists, maxLength: slotLengths[slot], fallback }] : [];
  });
}
