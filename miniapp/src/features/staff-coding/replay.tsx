import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Replay as Film } from '@zhiyu/contracts/coding-staff';
import { playedTo } from '@zhiyu/contracts/snapshots';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Icon, PlayIcon } from '../../components/icon';
import { Awaited } from '../../components/state';
import { clockText } from '../../components/time';
import { CodeEditor } from '../../platform/code-editor';
import { languageNames } from '../../platform/code-editor/code-editor.shared';

/** Pause between two snapshots while it plays (ms): ten times as fast as it was typed. */
const STEP = 100;

function Attempt({ film }: { film: Film['attempts'][number] }) {
  const { t } = useTranslation('codingStaff');
  const id = useId();
  const { snapshots } = film;
  const [count, setCount] = useState(snapshots.length);
  const [playing, setPlaying] = useState(false);
  const over = count >= snapshots.length;
  useEffect(() => {
    if (!playing) {
      return;
    }
    const timer = setInterval(() => setCount((n) => Math.min(snapshots.length, n + 1)), STEP);
    return () => clearInterval(timer);
  }, [playing, snapshots.length]);
  useEffect(() => {
    if (over) {
      setPlaying(false);
    }
  }, [over]);
  const { sources, language } = playedTo(snapshots, count);
  const at = clockText((snapshots[count - 1]?.at ?? 0) / 1000, true);
  const where = t('replay.at', { at, n: count, of: snapshots.length });
  const play = () => {
    setCount((n) => (n >= snapshots.length ? 1 : n));
    setPlaying(!playing);
  };
  return (
    <div className="replay">
      <div className="replay-bar">
        <Button size="small" onPress={play}>
          {playing ? <Icon name="pause" size="xs" /> : <PlayIcon size="xs" />}
          {t(playing ? 'replay.stop' : 'replay.play')}
        </Button>
        <label htmlFor={id} className="sr">
          {t('replay.slider')}
        </label>
        <input
          id={id}
          type="range"
          min={1}
          max={snapshots.length}
          value={count}
          aria-valuetext={where}
          onChange={(event) => {
            setPlaying(false);
            setCount(Number(event.target.value));
          }}
        />
        <span className="cap num">{where}</span>
      </div>
      {language ? (
        <div className="program-code">
          <CodeEditor
            readOnly
            language={language}
            value={sources[language] ?? ''}
            label={t('code', { language: languageNames[language] })}
          />
        </div>
      ) : null}
      {film.full ? <p className="cap">{t('replay.full')}</p> : null}
    </div>
  );
}

/** The typing as a film with a slider: for looking, never for a score. */
export function Replay({ answerId }: { answerId: string }) {
  const { t } = useTranslation('codingStaff');
  const query = useRoute(routes.replay, { answerId });
  return (
    <Awaited query={query}>
      {({ attempts }) => {
        const films = attempts.filter(({ snapshots }) => snapshots.length > 0);
        return films.length === 0 ? (
          <p className="muted">{t('replay.none')}</p>
        ) : (
          <>
            <p className="cap">{t('replay.note')}</p>
            {films.map((film, at) => (
              <div key={film.attemptId}>
                {films.length > 1 ? <h5>{t('replay.attempt', { n: at + 1 })}</h5> : null}
                <Attempt film={film} />
              </div>
            ))}
          </>
        );
      }}
    </Awaited>
  );
}
