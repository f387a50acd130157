import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { hrefOf } from '../staff-shell/address.shared';
import './words';

/** Most tests that go out with one invitation. */
const MOST = 5;

/** Which written tests go out with the invitation of a position. */
export function PlanTests({
  chosen,
  edit,
  onChange,
}: {
  chosen: readonly string[];
  edit: boolean;
  onChange: (ids: string[]) => void;
}) {
  const { t } = useTranslation('tests');
  // Who may not edit may not read tests either: the section is not there.
  const { data } = useRoute(routes.listTests, {}, { enabled: edit });
  if (!edit || !data) {
    return null;
  }
  const shown = data.tests.filter(
    ({ id, version, retired }) => chosen.includes(id) || (version > 0 && !retired),
  );
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('plan.title')}
        <span className="cap">{t('plan.more')}</span>
      </h2>
      {shown.length === 0 ? (
        <p className="t13 muted">
          {t('plan.none')} <a href={hrefOf('tests')}>{t('plan.toTests')}</a>
        </p>
      ) : (
        <fieldset className="reasons">
          <legend className="sr">{t('plan.title')}</legend>
          {shown.map(({ id, title, items, points, minutes }) => (
            <label key={id} className="touch">
              <input
                type="checkbox"
                className="check"
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= MOST}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
                  )
                }
              />
              {title}
              <span className="cap num">{t('facts', { items, points, minutes })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
