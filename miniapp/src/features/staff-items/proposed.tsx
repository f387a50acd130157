import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { StateWord } from '../../components/glyph';
import { textIn } from '../../locales';
import { useFigures } from './worked';

/** Questions of the bank that the nightly figures speak against, before all others: among hundreds nobody finds them. */
export function Proposed({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation('items');
  const { data } = useFigures();
  const bank = useRoute(routes.listBank, {});
  const found = (data?.items ?? []).flatMap(({ code, proposal }) => {
    const item = bank.data?.items.find((one) => one.code === code);
    return proposal && item ? [{ code, proposal, title: textIn(item.text) }] : [];
  });
  return found.length === 0 ? null : (
    <section className="section figures-proposed">
      <h2 className="sec-h">
        {t('proposed')}
        <span className="cap num">{found.length}</span>
      </h2>
      <ul>
        {found.map(({ code, proposal, title }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => onChoose(code)}>
              {title}
            </button>
            <StateWord of="warn">{t(proposal.act)}</StateWord>
            <span className="muted t13">
              {proposal.reasons.map((reason) => t(`reason.${reason}`)).join(t('staff:comma'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
