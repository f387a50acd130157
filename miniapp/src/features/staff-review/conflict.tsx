import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import type { OwnScorecard } from './use-scorecard';

/** What a person has to look at before it is kept: another page's words, or words that came too late. */
export function Conflict({ card, part }: { card: OwnScorecard; part: string }) {
  const { t } = useTranslation('review');
  if (card.over.includes(part)) {
    const words = card.ratings.get(part)?.note ?? card.summary.reason;
    return (
      <div className="rate-conflict" role="alert">
        <p>{t('rate.over')}</p>
        {words === '' ? null : <p className="pre">{words}</p>}
        <Button size="small" onPress={() => void card.settle(part, 'other')}>
          {t('rate.overSeen')}
        </Button>
      </div>
    );
  }
  return card.conflicts.includes(part) ? (
    <div className="rate-conflict" role="alert">
      <p>{t('rate.conflict')}</p>
      <p className="row">
        <Button size="small" onPress={() => void card.settle(part, 'mine')}>
          {t('rate.mineCounts')}
        </Button>
        <Button size="small" onPress={() => void card.settle(part, 'other')}>
          {t('rate.otherCounts')}
        </Button>
      </p>
    </div>
  ) : null;
}
