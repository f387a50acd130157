import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerMode } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import {
  recordingTypes,
  startRecording,
  type Recording,
  type TrackName,
} from '../../platform/recorder';
import { Camera } from './camera';
import { clipUrl } from '../../platform/clip';
import { LevelMeter } from './level-meter';
import type { DeviceHandle } from './use-devices';

/** Longest practice (s). */
const LONGEST = 30;

function usePractice(handle: DeviceHandle, mode: 'camera' | 'voice') {
  const recording = useRef<Recording | null>(null);
  const pieces = useRef<ArrayBuffer[]>([]);
  const track = useRef<TrackName>('audio');
  const [seconds, setSeconds] = useState<number | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const { devices } = handle;
  const start = () => {
    if (!devices) {
      return;
    }
    pieces.current = [];
    setUrl(null);
    setSeconds(0);
    const main = mode === 'camera' && devices.hasCamera ? 'video' : 'audio';
    track.current = main;
    recording.current = startRecording(devices, {
      mode: main === 'video' ? 'camera' : 'voice',
      onLost: () => void latest.current(),
      onPictureLost: () => undefined,
      onMissing: () => undefined,
      onSlice: (slice) => {
        if (slice.track === main) {
          pieces.current.push(slice.bytes);
        }
      },
    });
  };
  const stop = async () => {
    const running = recording.current;
    recording.current = null;
    if (running) {
      await running.stop();
      setUrl(clipUrl(pieces.current, recordingTypes()[track.current]));
      setSeconds(null);
    }
  };
  const latest = useRef(stop);
  latest.current = stop;
  useEffect(() => {
    const timer = setInterval(() => {
      const running = recording.current;
      if (running) {
        const now = running.elapsed() / 1000;
        setSeconds(now);
        if (now >= LONGEST) {
          void latest.current();
        }
      }
    }, 250);
    return () => {
      clearInterval(timer);
      void recording.current?.stop();
    };
  }, []);
  return { seconds, url, start, stop };
}

/** A practice question: nothing leaves this device. */
export function Practice({
  handle,
  mode,
  onDone,
}: {
  handle: DeviceHandle;
  mode: AnswerMode;
  onDone: () => void;
}) {
  const { t } = useTranslation('candidate');
  const { seconds, url, start, stop } = usePractice(handle, mode === 'voice' ? 'voice' : 'camera');
  const [text, setText] = useState('');
  const recording = seconds !== null;
  const speaking = mode !== 'text' && handle.devices !== null;
  const footer = (
    <div className="device-foot">
      {speaking ? (
        <Button
          look={url ? 'normal' : 'primary'}
          size="big"
          onPress={() => (recording ? void stop() : start())}
        >
          {t(recording ? 'answer.done' : url ? 'practice.again' : 'practice.start')}
        </Button>
      ) : (
        <Button size="big" onPress={() => setText('')}>
          {t('practice.clear')}
        </Button>
      )}
      <Button
        look={speaking && !url ? 'normal' : 'primary'}
        size="big"
        wide
        disabled={recording}
        onPress={onDone}
      >
        {t('practice.done')}
      </Button>
    </div>
  );
  return (
    <Page title={t('practice.title')} footer={footer}>
      <p className="interview-meta">
        <span>{t('practice.title')}</span>
        <span>{t('practice.local')}</span>
      </p>
      <h1 className="interview-question">{t('practice.question')}</h1>
      <p className="interview-tips">{t('practice.hint')}</p>
      {speaking ? (
        <figure className="device-camera practice-camera">
          {url ? (
            <video src={url} controls playsInline aria-label={t('review.play')} />
          ) : mode === 'camera' && handle.devices ? (
            <Camera stream={handle.devices.stream} />
          ) : handle.devices ? (
            <LevelMeter level={handle.devices.level} large />
          ) : null}
          {url ? null : (
            <figcaption className="num" role="status">
              {recording ? `${t('answer.recording')} ${clockText(seconds)}` : t('device.onlyYou')}
            </figcaption>
          )}
        </figure>
      ) : (
        <textarea
          className="input practice-text"
          aria-label={t('text.label')}
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Page>
  );
}
