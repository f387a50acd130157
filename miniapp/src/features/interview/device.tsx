import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerMode, CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Icon, type IconName } from '../../components/icon';
import { Page } from '../../components/page';
import { Loading } from '../../components/state';
import type { MediaTrouble } from '../../platform/recorder';
import { EntryWays } from '../arrange/entry-ways';
import { Camera } from './camera';
import { DeviceCodeButton } from './device-code';
import { DeviceRows } from './device-rows';
import { isPhone } from './file-button';
import type { DeviceHandle } from './use-devices';
import { useDeviceCheck, type DeviceCheckState } from './use-device-check';

/** Who practises loads it then. */
const Practice = lazy(async () => ({ default: (await import('./practice')).Practice }));

const icons: Record<AnswerMode, IconName> = {
  camera: 'camera',
  voice: 'microphone',
  text: 'keyboard',
};

function Ways({ check }: { check: DeviceCheckState }) {
  const { t } = useTranslation('candidate');
  return (
    <div className="seg tall" role="group" aria-label={t('device.how')}>
      {check.allowed.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={check.chosen === mode}
          onClick={() => check.choose(mode)}
        >
          <Icon name={icons[mode]} size="s" />
          {t(`mode.${mode}`)}
        </button>
      ))}
    </div>
  );
}

function Trouble({ trouble, of }: { trouble: MediaTrouble; of: 'title' | 'sound' }) {
  const { t } = useTranslation('candidate');
  return (
    <div className="device-trouble" role="alert">
      <span>
        <Icon name={trouble === 'insecure' ? 'unlocked' : 'noCamera'} size="l" />
      </span>
      <p>
        <b>{t(`trouble.${trouble}.${of}`)}</b>
        {t(`trouble.${trouble}.repair`)}
      </p>
    </div>
  );
}

/** Nothing on this page repairs these: the phone's own camera is the way. */
const hopeless: readonly MediaTrouble[] = ['insecure', 'unsupported'];

interface DeviceProps {
  interview: CandidateInterview;
  handle: DeviceHandle;
  onReady: (mode: AnswerMode, byFile: boolean) => void;
}

/** 看一下，听一下: own picture, checks, way of answering; where something fails, its repair and the way around. */
export function Device({ interview, handle, onReady }: DeviceProps) {
  const { t } = useTranslation('candidate');
  const check = useDeviceCheck(interview, handle, onReady);
  const [practising, setPractising] = useState(false);
  const { devices, cameraTrouble, microphoneTrouble } = handle;
  const trouble = cameraTrouble ?? microphoneTrouble;
  const textOnly = !check.allowed.includes('voice');
  const camera = check.allowed.includes('camera');
  const arranged = interview.arrangements.accommodations.textOnly;
  const byOther = camera ? ('camera' as const) : ('voice' as const);
  const next = interview.current ? 'device.goOn' : 'device.first';
  if (practising) {
    return (
      <Suspense fallback={<Loading />}>
        <Practice handle={handle} mode={check.chosen} onDone={() => setPractising(false)} />
      </Suspense>
    );
  }
  const go = (
    <Button
      look="primary"
      size="big"
      wide
      busy={check.sending ? t('sending') : undefined}
      onPress={() => void check.begin()}
    >
      {t(next, { n: interview.answered + 1 })}
    </Button>
  );
  const byFile = () => {
    if (!check.sending) {
      void check.begin(byOther, true);
    }
  };
  const around = check.chosen === 'camera' ? 'voice' : check.chosen;
  const footer =
    trouble && !textOnly ? (
      <>
        {hopeless.includes(trouble) ? (
          <Button look="primary" size="big" wide onPress={byFile}>
            {t(`file.${isPhone() ? 'act' : 'pick'}.${byOther}`)}
          </Button>
        ) : (
          <Button look="primary" size="big" wide onPress={() => void handle.open(camera)}>
            {t(`trouble.${trouble}.act`)}
          </Button>
        )}
        <Button
          size="big"
          wide
          className="device-around"
          busy={check.sending ? t('sending') : undefined}
          onPress={() => void check.begin()}
        >
          {t(`trouble.around.${around}`)}
        </Button>
        <p className="t13 muted consent-note">
          {t('trouble.same')}
          {hopeless.includes(trouble) ? null : (
            <>
              {' '}
              <button type="button" className="link" onClick={byFile}>
                {t('file.link')}
              </button>
            </>
          )}
        </p>
      </>
    ) : (
      <div className="device-foot">
        <Button size="big" onPress={() => setPractising(true)}>
          {t('device.practise')}
        </Button>
        {go}
      </div>
    );
  return (
    <Page title={t('interview.titleOf', { company: interview.companyName })} footer={footer}>
      <h1 className="h1 pad device-title">{t(textOnly ? 'device.titleText' : 'device.title')}</h1>
      {textOnly ? (
        <p className="pad muted t15">
          {t(arranged ? 'arrange:needs.textOnlyMeans' : 'device.textOnly')}
        </p>
      ) : null}
      {devices?.hasCamera ? (
        <figure className="device-camera">
          <Camera stream={devices.stream} />
          <figcaption>{t('device.onlyYou')}</figcaption>
        </figure>
      ) : null}
      {trouble && !textOnly ? (
        <Trouble trouble={trouble} of={cameraTrouble ? 'title' : 'sound'} />
      ) : null}
      {textOnly ? null : <DeviceRows handle={handle} line={check.line} />}
      {check.problem === null ? null : (
        <p className="interview-problem pad" role="alert">
          {check.problem}
        </p>
      )}
      {trouble && !textOnly ? null : (
        <section className="device-ways">
          <h2 className="t16 bold">{t('device.how')}</h2>
          <Ways check={check} />
          {check.why === null ? null : <p role="status">{t(`device.why.${check.why}`)}</p>}
          <p>{t(textOnly ? 'device.onlyText' : 'device.change')}</p>
          {!textOnly && !interview.speech.available ? <p>{t('device.noSpeech')}</p> : null}
          <DeviceCodeButton />
        </section>
      )}
      <EntryWays interview={interview} />
    </Page>
  );
}
