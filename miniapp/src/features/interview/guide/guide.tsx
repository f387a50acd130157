import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../../components/button';
import { Icon, PlayIcon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { clockText } from '../../../components/time';
import '../extra-words';
import { Drawing } from './scenes';
import { scenes, WHOLE_MS } from './scenes.shared';
import { useGuide } from './use-guide';
import './guide.scss';

type Guide = ReturnType<typeof useGuide>;

function Controls({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guide');
  const { still, playing, ended, scene, at } = guide;
  const word = ended ? 'again' : playing ? 'pause' : 'play';
  const icon = playing ? <Icon name="pause" size="s" /> : <PlayIcon size="s" />;
  return (
    <div className="guide-controls">
      {still ? null : (
        <Button className="touch" onPress={guide.toggle}>
          {ended ? <Icon name="again" size="s" /> : icon}
          {t(word)}
        </Button>
      )}
      <Button
        look="plain"
        className="touch"
        disabled={scene === 0}
        onPress={() => guide.show(scene - 1)}
      >
        {t('back')}
      </Button>
      <Button
        look="plain"
        className="touch"
        disabled={scene === scenes.length - 1}
        onPress={() => guide.show(scene + 1)}
      >
        {t('forward')}
      </Button>
      <span className="guide-time num">
        {still
          ? t('step', { n: scene + 1, of: scenes.length })
          : `${clockText(at / 1000)} / ${clockText(WHOLE_MS / 1000)}`}
      </span>
    </div>
  );
}

function Film({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guide');
  const scene = scenes[guide.scene] ?? 'flow';
  const moving = guide.playing && !guide.still;
  return (
    <figure className={`guide-film ${moving ? '' : 'waits'}`} aria-label={t('film')}>
      <Drawing key={`${scene}${guide.turn}`} scene={scene} />
      <figcaption aria-live={guide.still ? 'polite' : 'off'}>{t(`caption.${scene}`)}</figcaption>
      <div className="guide-line" aria-hidden="true">
        <i style={{ width: `${(guide.at / WHOLE_MS) * 100}%` }} />
      </div>
    </figure>
  );
}

/** 45 seconds: how the interview goes and what is noted beside it; the same as text beside the film. */
export default function GuidePage({
  interview,
  onDone,
}: {
  interview: CandidateInterview;
  onDone: () => void;
}) {
  const { t } = useTranslation('guide');
  const guide = useGuide();
  const numbers = { count: interview.questionCount, minutes: interview.minutes };
  const footer = (
    <Button look="primary" size="big" wide onPress={onDone}>
      {t(guide.ended ? 'goOn' : 'skip')}
    </Button>
  );
  return (
    <Page title={t('title')} footer={footer} width="full" className="guide">
      <div className="guide-columns">
        <div>
          <header className="interview-lead">
            <h1 className="h1">{t('title')}</h1>
            <p>{t('lead', numbers)}</p>
          </header>
          <Film guide={guide} />
          <Controls guide={guide} />
        </div>
        <section className="guide-rules">
          <h2 className="t16 bold">{t('rules')}</h2>
          <ol>
            {scenes.map((scene, at) => (
              <li key={scene} aria-current={at === guide.scene ? 'step' : undefined}>
                <b>{t(`rule.${scene}.name`)}</b>
                <p>{t(`rule.${scene}.text`, { ...numbers, name: interview.contactName })}</p>
              </li>
            ))}
            {interview.asked.includes('facialObservation') ? (
              <li>
                <b>{t('rule.face.name')}</b>
                <p>{t('rule.face.text')}</p>
              </li>
            ) : null}
          </ol>
        </section>
      </div>
    </Page>
  );
}
