import { useTranslation } from 'react-i18next';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { useReading } from './use-reading';

/**
 * The question as a person read it, else as a synthetic voice did (it says so), else by the device's voice: once, or
 * every time; where nothing was recorded and the device has no voice of the language, it says that.
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
      {question.readBy === 'synthetic' ? (
        <small className="read-by t13 muted">{t('think.synthetic')}</small>
      ) : null}
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
