import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { clockText } from '../../components/time';
import { roomLeft } from '../../platform/slices';
import type { RunState } from './run-state';

/** Bytes of a minute of picture with sound. */
const MINUTE = (600_000 + 64_000) * 7.5;
/** How long 都传上去了 stays (ms). */
const GOODBYE = 2_000;

function useRoom(active: boolean): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    if (active) {
      void roomLeft().then((bytes) =>
        setMinutes(bytes === null ? null : Math.floor(bytes / MINUTE)),
      );
    }
  }, [active]);
  return minutes;
}

/** What there is to say: no network, no room on the device, or both. @param minutes room for; null: not known */
function wordsFor(of: { away: boolean; back: boolean; lasting: boolean; minutes: number | null }) {
  const { away, back, lasting, minutes } = of;
  if (back) {
    return { title: 'back', lead: 'lead' } as const;
  }
  if (!lasting) {
    return away
      ? ({ title: 'title', lead: 'fullAway' } as const)
      : ({ title: 'fullTitle', lead: 'full' } as const);
  }
  return { title: 'title', lead: minutes !== null && minutes < 2 ? 'short' : 'lead' } as const;
}

/** Slides in when the network is gone or the device is full, says what is sent and what is kept, leaves by itself. */
export function OfflineNote({ state, onVoice }: { state: RunState; onVoice: (() => void) | null }) {
  const { t } = useTranslation('candidate');
  const { upload } = state;
  const away = upload.state === 'waiting';
  const was = useRef(false);
  const [back, setBack] = useState(false);
  const minutes = useRoom(away);
  useEffect(() => {
    if (away) {
      was.current = true;
      return;
    }
    if (was.current && upload.state === 'idle') {
      was.current = false;
      setBack(true);
      const timer = setTimeout(() => setBack(false), GOODBYE);
      return () => clearTimeout(timer);
    }
  }, [away, upload.state]);
  if (!away && !back && state.lasting) {
    return null;
  }
  const kept = Math.max(0, upload.recordedSeconds - upload.acknowledgedSeconds);
  const part = upload.recordedSeconds > 0 ? upload.acknowledgedSeconds / upload.recordedSeconds : 1;
  const words = wordsFor({ away, back, lasting: state.lasting, minutes });
  const times = { sent: clockText(upload.acknowledgedSeconds), kept: clockText(kept) };
  return (
    <section className="offline-note" role="status">
      <h2>
        <Icon name={back ? 'tick' : away ? 'offline' : 'upload'} />
        {t(`offline.${words.title}`)}
      </h2>
      {back ? null : (
        <>
          <p>{t(`offline.${words.lead}`)}</p>
          <div className="offline-two" role="img" aria-label={t('offline.bar', times)}>
            <i style={{ width: `${part * 100}%` }} />
            <i style={{ width: `${(1 - part) * 100}%` }} />
          </div>
          <p className="offline-legend num">
            <span>
              {t('offline.sent')} <b>{times.sent}</b>
            </span>
            <span>
              {t(`offline.${state.lasting ? 'kept' : 'unsent'}`)} <b>{times.kept}</b>
            </span>
            {minutes === null ? null : (
              <span>
                {t('offline.room')}{' '}
                <b>{minutes < 120 ? t('minutes', { count: minutes }) : t('offline.plenty')}</b>
              </span>
            )}
          </p>
          {onVoice ? (
            <button type="button" onClick={onVoice}>
              {t('offline.voice')}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}
