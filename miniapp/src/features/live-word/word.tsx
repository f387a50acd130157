import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import type { AnswerHandle } from '../interview/use-answer';
import { useWord } from './use-word';
import './live-word.scss';

/** What a person of the company has just said or given, over whatever is on the screen, until it was read. */
export default function Word(props: { interview: CandidateInterview; answer: AnswerHandle }) {
  const { t } = useTranslation('liveWord');
  const word = useWord(props.interview, props.answer);
  return word === null ? null : (
    <div className="live-word" role="status">
      <p>{word.text}</p>
      <Button className="touch" onPress={word.close}>
        {t('ok')}
      </Button>
    </div>
  );
}
