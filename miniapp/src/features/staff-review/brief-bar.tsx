import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { OnlyEvidence } from './only-evidence';
import { foldedIn } from './passages.shared';
import type { Room } from './use-room';
import type { Watched } from './use-watched';

/** How far one is with what is to be looked at, the way to the next of it, and what was left out. */
export function BriefBar({ room, watched }: { room: Room; watched: Watched }) {
  const { t } = useTranslation('review');
  const { sentences, letters } = foldedIn([...watched.folds.values()].flat());
  const all = watched.stops.length;
  if (all === 0) {
    return null;
  }
  return (
    <div className="review-brief">
      <Button size="small" className="touch" onPress={() => room.act('mark')}>
        {t('brief.next')}
      </Button>
      <span className="cap num" role="status">
        {t('brief.place', { n: room.past, all })}
      </span>
      <OnlyEvidence room={room} watched={watched} />
      {sentences === 0 ? null : (
        <button type="button" className="link reach" onClick={() => room.act('whole')}>
          {room.whole ? t('brief.less') : t('brief.folded', { count: sentences, letters })}
        </button>
      )}
    </div>
  );
}
