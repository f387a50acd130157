import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { read, write } from '../../platform/kept';
import { languageOf, readAloud, stopReading, watchVoice } from '../../platform/voice';

const KEY = 'zhiyu.readAloud';

function useReading(text: string, locale: CandidateInterview['locale']) {
  const language = languageOf(text, locale);
  const [has, setHas] = useState<boolean | null>(null);
  const [reading, setReading] = useState(false);
  const [always, setAlways] = useState(() => read('device', KEY) === 'on');
  const begun = useRef('');
  useEffect(() => watchVoice(language, setHas), [language]);
  useEffect(() => stopReading, []);
  const speak = () => {
    setReading(true);
    readAloud(text, language, () => setReading(false));
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
      stopReading();
    }
  };
  const press = () => (reading ? stopReading() : speak());
  return { has, reading, always, remember, press };
}

/** The question by the device's voice: once, or every time; where it has no voice of the language, it says so. */
export function ReadAloud({
  interview,
  question,
}: {
  interview: CandidateInterview;
  question: CurrentQuestion;
}) {
  const { t } = useTranslation('candidate');
  const { has, reading, always, remember, press } = useReading(question.text, interview.locale);
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
