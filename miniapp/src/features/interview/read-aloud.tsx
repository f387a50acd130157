import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { read, write } from '../../platform/kept';
import { languageOf, playAudio, readAloud, stopReading, watchVoice } from '../../platform/voice';

const KEY = 'zhiyu.readAloud';

function useReading(
  { text, answerId, spoken }: CurrentQuestion,
  locale: CandidateInterview['locale'],
) {
  const language = languageOf(text, locale);
  const [voice, setVoice] = useState<boolean | null>(null);
  const has = spoken || voice;
  const [reading, setReading] = useState(false);
  const [always, setAlways] = useState(() => read('device', KEY) === 'on');
  const begun = useRef('');
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
    if (!spoken) {
      byDevice();
      return;
    }
    call(routes.ownQuestionAudio, { answerId }).then(
      (audio) => now(() => playAudio(audio, { onEnd, onFault: byDevice }))(),
      byDevice,
    );
  };
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

/**
 * The question as a person read it, or by the device's voice: once, or every time; where nobody read it and the device
 * has no voice of the language, it says so.
 */
export function ReadAloud({
  interview,
  question,
}: {
  interview: CandidateInterview;
  question: CurrentQuestion;
}) {
  const { t } = useTranslation('candidate');
  const { has, reading, always, remember, press } = useReading(question, interview.locale);
  if (has !== true) {
    return has === false ? <p className="read-none t13 muted">{t('think.noVoice')}</p> : null;
  }
  return (
    <>
      <Button look="plain" className="touch" onPress={press}>
        <Icon name={reading ? 'pause' : 'speaker'} size="s" />
        {t(reading ? 'think.stopReading' : 'think.read')}
      </Button>
      <label className="read-always t13">
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={always}
          onChange={(event) => remember(event.target.checked)}
        />
        {t('think.readOn')}
      </label>
    </>
  );
}
