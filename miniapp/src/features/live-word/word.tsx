import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { read, write } from '../../platform/kept';
import type { AnswerHandle } from '../interview/use-answer';
import './live-word.scss';
import './words';

const seenKey = 'zhiyu.word';

/** The answer that runs has a later end than it began with. */
function useMoreTime({ current }: CandidateInterview, { run, state }: AnswerHandle): void {
  const own = current?.attempts.find(({ id }) => id === state.attemptId);
  const endsAt = own?.state === 'recording' ? (current?.answerEndsAt ?? 0) : 0;
  const later = endsAt > state.endsAt;
  useEffect(() => {
    if (later) {
      run.extend(endsAt);
    }
  }, [later, run, endsAt]);
}

/** What a person of the company has just said or given, over whatever is on the screen, until it was read. */
export default function Word(props: { interview: CandidateInterview; answer: AnswerHandle }) {
  const { interview, answer } = props;
  const { t } = useTranslation('liveWord');
  const { data } = useRoute(routes.ownWord, {});
  useLive([routes.ownWord]);
  useMoreTime(interview, answer);
  const [seen, setSeen] = useState(() => Number(read('page', seenKey) ?? '0'));
  const word = data?.word ?? null;
  const stopped = interview.arrangements.pause.held && answer.state.phase === 'idle';
  const held = interview.arrangements.pause.held;
  const stale = word?.kind === 'hold' && (stopped || !held);
  if (!word || word.at <= seen || stale) {
    return null;
  }
  const close = () => {
    write('page', seenKey, String(word.at));
    setSeen(word.at);
  };
  return (
    <div className="live-word" role="status">
      <p>{t(word.kind, { name: word.byName, text: word.text, n: word.minutes })}</p>
      <Button className="touch" onPress={close}>
        {t('ok')}
      </Button>
    </div>
  );
}
