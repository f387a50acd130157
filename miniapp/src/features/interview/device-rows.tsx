import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Icon, PlayIcon } from '../../components/icon';
import { recordingTypes, type Devices } from '../../platform/recorder';
import { clipUrl } from '../../platform/clip';
import { LevelMeter } from './level-meter';
import { FOR_VIDEO, FOR_VOICE, type Line } from './line';
import type { DeviceHandle } from './use-devices';

/** Records one second and plays it. */
function Playback({ devices }: { devices: Devices }) {
  const { t } = useTranslation('candidate');
  const [state, setState] = useState<'idle' | 'recording' | 'playing'>('idle');
  const audio = useRef<HTMLAudioElement | null>(null);
  const hear = () => {
    const sound = new MediaStream(devices.stream.getAudioTracks());
    const recorder = new MediaRecorder(sound, { mimeType: recordingTypes().audio });
    recorder.ondataavailable = ({ data }) => {
      const url = clipUrl([data], data.type);
      if (url === null) {
        setState('idle');
        return;
      }
      audio.current = new Audio(url);
      audio.current.onended = () => {
        URL.revokeObjectURL(url);
        setState('idle');
      };
      setState('playing');
      audio.current.play().catch(() => setState('idle'));
    };
    recorder.start();
    setState('recording');
    setTimeout(() => recorder.stop(), 1_200);
  };
  return (
    <Button
      look="quiet"
      size="small"
      className="touch"
      busy={state === 'idle' ? undefined : t(`device.${state}`)}
      onPress={hear}
    >
      <PlayIcon size="xs" />
      {t('device.hear')}
    </Button>
  );
}

/** What the line carries, and what that is enough for. */
function LineState({ line }: { line: Line }) {
  const { t } = useTranslation('candidate');
  if (line === 'asking') {
    return <span className="muted">{t('device.asking')}</span>;
  }
  if (line === 'away') {
    return <StateWord of="hold">{t('device.away')}</StateWord>;
  }
  const enough = line >= FOR_VIDEO ? 'enough' : line >= FOR_VOICE ? 'slow' : 'voiceOnly';
  return (
    <>
      <span className="muted num">{t('device.speed', { count: Math.ceil(line / 8) })}</span>
      <StateWord of={enough === 'enough' ? 'pass' : 'hold'}>{t(`device.${enough}`)}</StateWord>
    </>
  );
}

/** Three checks with words. */
export function DeviceRows({ handle, line }: { handle: DeviceHandle; line: Line }) {
  const { t } = useTranslation('candidate');
  const { devices, cameraTrouble, microphoneTrouble, asking } = handle;
  const waiting = <span className="muted">{t('device.asking')}</span>;
  return (
    <ul className="device-rows">
      {devices?.hasCamera ? (
        <li>
          <Icon name="camera" />
          <span className="mid">{t('device.camera')}</span>
          <span className="muted">{t('device.front')}</span>
          <StateWord of="pass">{t('device.works')}</StateWord>
        </li>
      ) : null}
      <li>
        <Icon name="microphone" />
        <span className="mid">{t('device.microphone')}</span>
        {devices ? (
          <>
            <LevelMeter level={devices.level} />
            <Playback devices={devices} />
          </>
        ) : asking ? (
          waiting
        ) : (
          <>
            <span className="muted">
              {t(microphoneTrouble ? `trouble.short.${microphoneTrouble}` : 'device.notAsked')}
            </span>
            <StateWord of="unknown">{t('device.untested')}</StateWord>
          </>
        )}
      </li>
      <li>
        <Icon name="network" />
        <span className="mid">{t('device.network')}</span>
        <LineState line={line} />
      </li>
      {cameraTrouble === null && !devices && asking ? (
        <li>
          <Icon name="camera" />
          <span className="mid">{t('device.camera')}</span>
          {waiting}
        </li>
      ) : null}
    </ul>
  );
}
