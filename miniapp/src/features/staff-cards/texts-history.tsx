import { useTranslation } from 'react-i18next';
import type { CardTexts, TextView } from '@zhiyu/contracts/card-texts';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';

interface HistoryProps {
  view: TextView;
  /** Takes an older version's words into the fields. */
  onTake: ((texts: CardTexts) => void) | null;
}

/** Every version, newest first: when, by whom, and back to it. */
export function TextsHistory({ view, onTake }: HistoryProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const staff = useRoute(routes.listStaff, {}, { enabled: useMay()('staff.list') });
  const nameOf = (id: string) => staff.data?.staff.find((one) => one.id === id)?.name ?? '';
  const about = (texts: CardTexts) => {
    const lines = view.fields.flatMap(({ slot }) => texts[slot] ?? []);
    return lines.length === 0
      ? t('texts.builtIn')
      : lines.filter((line) => line !== '').join(' / ');
  };
  return view.history.length === 0 ? (
    <p className="cap">{t('texts.never')}</p>
  ) : (
    <details className="drawn-fold">
      <summary>{t('texts.history', { n: view.history.length })}</summary>
      <ol className="texts-versions">
        {view.history.map(({ version, texts, byStaffId, at }) => (
          <li key={version}>
            <span className="mid">{t('texts.version', { n: version })}</span>
            <span className="muted num">
              {words.moment(at)} {nameOf(byStaffId)}
            </span>
            <span className="texts-said">{about(texts)}</span>
            {onTake === null || version === view.version ? null : (
              <Button className="touch" onPress={() => onTake(texts)}>
                {t('texts.take')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
