import { useEffect, useRef, useState } from 'react';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { audioRoutes } from '@zhiyu/contracts/routes.audio';
import { call } from '../../api/client';
import { read, write } from '../../platform/kept';
import { languageOf, playAudio, readAloud, stopReading, watchVoice } from '../../platform/voice';

const KEY = 'zhiyu.readAloud';

/** Reads one question, or stops: whatever was begun before is silent then. */
function useSpeaker(
  { text, answerId, readBy }: CurrentQuestion,
  locale: CandidateInterview['locale'],
) {
  const language = languageOf(text, locale);
  const [voice, setVoice] = useState<boolean | null>(null);
  const recorded = readBy !== 'device';
  const [reading, setReading] = useState(false);
  // A recording that arrives after it was stopped is not played: the microphone may be on by then.
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    stopReading();
    setReading(false);
  };
  useEffect(() => watchVoice(language, setVoice), [language]);
  useEffect(
    () => () => {
      turn.current += 1;
      stopReading();
    },
    [],
  );
  const speak = () => {
    const mine = (turn.current += 1);
    const now = (act: () => void) => () => (turn.current === mine ? act() : undefined);
    const onEnd = now(() => setReading(false));
    const byDevice = now(() => readAloud(text, language, onEnd));
    setReading(true);
    if (!recorded) {
      byDevice();
      return;
    }
    call(audioRoutes.ownQuestionAudio, { answerId }).then(
      (audio) => now(() => playAudio(audio, { onEnd, onFault: byDevice }))(),
      byDevice,
    );
  };
  return { has: recorded || voice, reading, speak, stop };
}

/** A question read aloud: a person's recording, else a synthetic voice's, else the device's own voice. */
export function useReading(question: CurrentQuestion, locale: CandidateInterview['locale']) {
  const { text } = question;
  const { has, reading, speak, stop } = useSpeaker(question, locale);
  const [always, setAlways] = useState(() => read('device', KEY) === 'on');
  const begun = useRef('');
  const latest = useRef(speak);
  latest.current = speak;
  useEffect(() => {
    if (has === true && always && begun.current !== text) {
      begun.current = text;
      latest.current();
    }
  }, [has, always, text]);
  const remember = (on: boolean) => {
    write('device', KEY, on ? 'on' : 'off');
    setAlways(on);
    if (!on) {
      stop();
    }
  };
  const press = () => (reading ? stop() : speak());
  return { has, reading, always, remember, press };
}
