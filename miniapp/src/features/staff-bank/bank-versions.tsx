import { useTranslation } from 'react-i18next';
import type { BankDetail } from '@zhiyu/contracts/question-bank';
import { useWords } from '../staff-shell/use-words';

/** Who changed a question of the bank, when and why. */
export function Versions({ detail }: { detail: BankDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <>
      <h3 className="sec-h section">{t('part.versions')}</h3>
      <ol className="bank-versions">
        {detail.versions.map((one) => (
          <li key={one.version} className="t13">
            <span className="num">{t('position.version', { n: one.version })}</span>{' '}
            <span className="muted">
              {[one.createdBy || t('bank.origin.product'), words.moment(one.createdAt), one.note]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
