import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { answerAgain } from './answer-again';
import { Sentence } from './sentence';

/** Before handing in: a recording is bad, and only its question is asked for again. */
export function Unheard({
  of: { answerId, index },
  onHandIn,
}: {
  of: CandidateInterview['unheard'][number];
  onHandIn: () => Promise<void>;
}) {
  const { t } = useTranslation('candidate');
  const [problem, setProblem] = useState<string | null>(null);
  const n = index + 1;
  return (
    <Sentence
      title={t('unheard.title', { n })}
      text={problem ?? t('unheard.lead')}
      act={t('unheard.act', { n })}
      onAct={() => answerAgain(answerId)}
    >
      <Button
        look="plain"
        wide
        onPress={() => void onHandIn().catch((error: unknown) => setProblem(messageOf(error)))}
      >
        {t('unheard.skip')}
      </Button>
    </Sentence>
  );
}
