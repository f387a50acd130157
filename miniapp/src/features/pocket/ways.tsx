import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { AnswerMode, CandidateInterview, DeviceCode } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { openOutside } from '../../platform/outside';
import { recordingTypes } from '../../platform/recorder';
import { allowedModes } from '../interview/step.shared';
import type { DeviceHandle } from '../interview/use-devices';
import { openNext, putInterview } from '../interview/use-interview';
import { Act, Line, Screen, Title } from './shell';

/** Where this surface records nothing, the camera is in the browser: a link and six digits lead there. */
function Outside() {
  const { t } = useTranslation('candidate');
  const [code, setCode] = useState<DeviceCode | null>(null);
  const [problem, setProblem] = useState('');
  const go = async () => {
    try {
      setCode(await call(candidateRoutes.deviceCode, {}));
      await openOutside(`${H5_ORIGIN}/#/pages/interview/index`);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <>
      <Line look="muted">{t('mini.outside')}</Line>
      {code === null ? null : <Line>{t('mini.digits', { digits: code.digits })}</Line>}
      {problem === '' ? null : <Line look="warn">{problem}</Line>}
      <Act onPress={() => void go()}>{t('mini.open')}</Act>
    </>
  );
}

interface WaysProps {
  interview: CandidateInterview;
  handle: DeviceHandle;
  onReady: (mode: AnswerMode) => void;
}

function useBegin({ interview, handle, onReady }: WaysProps) {
  const [busy, setBusy] = useState<AnswerMode | null>(null);
  const [problem, setProblem] = useState('');
  const { t } = useTranslation('candidate');
  const begin = async (mode: AnswerMode) => {
    const looked = mode === 'text' ? null : await handle.open(mode === 'camera');
    const trouble = looked && (looked.cameraTrouble ?? looked.microphoneTrouble);
    if (trouble) {
      setProblem(t(`trouble.${trouble}.repair`));
      return;
    }
    const works = (used: boolean) => (used ? ('ok' as const) : ('off' as const));
    const checked = await call(candidateRoutes.deviceCheck, {
      camera: works(mode === 'camera'),
      microphone: works(mode !== 'text'),
      kbps: 0,
      mode,
    });
    putInterview(checked);
    if (interview.current === null) {
      await openNext();
    }
    onReady(mode);
  };
  const choose = (mode: AnswerMode) => {
    setBusy(mode);
    setProblem('');
    begin(mode)
      .catch((error: unknown) => setProblem(messageOf(error)))
      .finally(() => setBusy(null));
  };
  return { busy, problem, choose };
}

/** How to answer: what this phone can, and what the consents leave open. */
export function Ways(props: WaysProps) {
  const { t } = useTranslation('candidate');
  const { busy, problem, choose } = useBegin(props);
  const types = recordingTypes();
  const can = { camera: types.video !== '', voice: types.audio !== '', text: true };
  const allowed = allowedModes(props.interview);
  const modes = allowed.filter((mode) => can[mode]);
  const { speech } = props.interview;
  return (
    <Screen
      footer={modes.map((mode, at) => (
        <Act
          key={mode}
          look={at === 0 ? 'primary' : 'plain'}
          busy={busy === mode ? t('device.asking') : undefined}
          onPress={() => choose(mode)}
        >
          {t(`trouble.around.${mode}`)}
        </Act>
      ))}
    >
      <Title>{t('device.how')}</Title>
      <Line look="muted">{t(modes.length === 1 ? 'device.onlyText' : 'device.change')}</Line>
      {modes.length > 1 && !speech.available ? (
        <Line look="muted">{t('device.noSpeech')}</Line>
      ) : null}
      {problem === '' ? null : <Line look="warn">{problem}</Line>}
      {modes.length < allowed.length ? <Outside /> : null}
    </Screen>
  );
}
