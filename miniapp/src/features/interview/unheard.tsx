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
  const skip = () => void onHandIn().catch((error: unknown) => setProblem(messageOf(error)));
  return (
    <Sentence
      title={t('unheard.title', { n })}
      text={problem ?? t('unheard.lead')}
      act={t('unheard.act', { n })}
      onAct={() => answerAgain(answerId)}
      other={
        <Button look="plain" wide className="consent-person" onPress={skip}>
          {t('unheard.skip')}
        </Button>
      }
    />
  );
}
