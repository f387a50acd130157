import { useTranslation } from 'react-i18next';
import type { Room } from './use-room';
import type { Watched } from './use-watched';

/** Whether only the sentences with evidence are played; nothing where no recording has any with a second. */
export function OnlyEvidence({ room, watched }: { room: Room; watched: Watched }) {
  const { t } = useTranslation('review');
  return [...watched.gaps.values()].every((gaps) => gaps.length === 0) ? null : (
    <label className="review-skip review-only">
      <input
        type="checkbox"
        checked={room.brief}
        onChange={(event) => room.setBrief(event.target.checked)}
      />
      {t('onlyEvidence')}
    </label>
  );
}
