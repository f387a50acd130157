import { useTranslation } from 'react-i18next';
import type { Anchor } from '@zhiyu/contracts/position';
import { textIn } from '../../locales';
import { LocalText } from './fields';
import { replaced } from './position.shared';

/** What an answer sounds like at each of five levels. */
export function Anchors({
  anchors,
  onChange,
  edit,
}: {
  anchors: readonly Anchor[];
  onChange: (anchors: Anchor[]) => void;
  edit: boolean;
}) {
  const { t } = useTranslation('staff');
  const rising = anchors.slice().sort((a, b) => a.level - b.level);
  return (
    <ol className="anchors">
      {rising.map((anchor, at) => (
        <li key={anchor.level}>
          <b className="num" aria-hidden="true">
            {anchor.level}
          </b>
          {edit ? (
            <LocalText
              label={t('anchor.level', { n: anchor.level })}
              rows={2}
              text={anchor.text}
              disabled={false}
              onChange={(text) => onChange(replaced(rising, at, { ...anchor, text }))}
            />
          ) : (
            <span>
              <span className="sr">{t('anchor.level', { n: anchor.level })}</span>
              {textIn(anchor.text)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
