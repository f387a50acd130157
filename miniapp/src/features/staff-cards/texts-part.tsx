import { useTranslation } from 'react-i18next';
import type { Locale } from '@zhiyu/contracts/basics';
import type { TextKind } from '@zhiyu/contracts/card-texts';
import type { Gallery } from '@zhiyu/contracts/gallery';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { currentLocale } from '../../locales';
import { ownText } from '../staff-position/position.shared';
import { useMay } from '../staff-shell/use-me';
import { TextsEditor } from './texts-editor';
import type { Drafts } from './texts.shared';

function PositionSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('staff');
  const positions = useRoute(routes.listPositions, {}, { enabled: useMay()('position.view') });
  const locale = currentLocale() === 'en' ? 'en' : 'zh';
  return (
    <label className="field texts-for">
      <span>{t('texts.for')}</span>
      <select className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('texts.everyPosition')}</option>
        {(positions.data?.positions ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {ownText(name, locale) || name.zh}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PartProps {
  kind: TextKind;
  locale: Locale;
  sample: string;
  drafts: Drafts;
  /** Of which position the words are looked at; empty for all. Kept by the page, as the drafts are. */
  positionId: string;
  onPosition: (id: string) => void;
  onPreview: (gallery: Gallery) => void;
}

/** The company's own words on a card to candidates, for all positions or one. */
export function TextsPart({ kind, locale, positionId, onPosition, ...editor }: PartProps) {
  const { t } = useTranslation('staff');
  const which = { kind, locale, ...(positionId === '' ? {} : { positionId }) };
  return (
    <section className="texts" aria-label={t('texts.title')}>
      <p className="cap">{t('texts.lead')}</p>
      <PositionSelect value={positionId} onChange={onPosition} />
      <TextsEditor key={positionId} which={which} {...editor} />
    </section>
  );
}
