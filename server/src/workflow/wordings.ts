import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { TextKind } from '@zhiyu/contracts/card-texts';
import type { Whose } from '../interviews/interview-reader.js';
import { CardTexts } from '../notify/texts/card-texts.service.js';
import type { CardWording } from '../notify/texts/wording.js';
import { timeText } from '../notify/time-text.js';
import type { Tx } from '../platform/database/database.js';

interface ForCard {
  kind: TextKind;
  /** Whom the card names as contact; the responsible person where absent. */
  contact?: string;
  deadline?: number;
  /** Empty: the company decided. */
  decider?: string;
  /** Turned down before an interview. */
  applied?: boolean;
}

/** The company's own words for a card to a candidate, filled in with what the card is about. */
@Injectable()
export class Wordings {
  constructor(private readonly texts: CardTexts) {}

  of(tx: Tx, whose: Whose, card: ForCard): Promise<CardWording | undefined> {
    const { application, locale, content, companyName } = whose;
    const { kind, deadline, decider = '', applied = false } = card;
    return this.texts.wording(tx.manager, {
      ...{ companyId: application.companyId, positionId: application.positionId, kind, locale },
      applied,
      values: {
        ...{ name: whose.candidateName, company: companyName },
        ...{ position: textIn(content.name, locale), contact: card.contact ?? whose.contactName },
        deadline: deadline === undefined ? '' : timeText(deadline, tx.now, locale),
        decider: decider || companyName,
      },
    });
  }
}
