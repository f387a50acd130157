import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon, PlayIcon } from '../../components/icon';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { clockText } from '../../components/time';
import { ownMedia } from '../../api/media';
import { useToast } from '../../components/toast';

type Own = CandidateStatus['answers'][number];

function OwnAnswer({ answer, onClose }: { answer: Own; onClose: () => void }) {
  const { t } = useTranslation('candidate');
  const say = useToast();
  const [words, setWords] = useState(answer.words ?? '');
  const [blind, setBlind] = useState(false);
  const write = useAct(candidateRoutes.writeTranscript, {
    refresh: [candidateRoutes.candidateStatus],
  });
  const changed = words.trim() !== (answer.words ?? '').trim();
  const save = () =>
    write.mutate(
      { attemptId: answer.attemptId, text: words.trim() },
      {
        onSuccess: () => {
          say(t('ui:saved'));
          onClose();
        },
      },
    );
  return (
    <Sheet
      open
      title={answer.question}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {answer.editable ? (
            <Button
              look="primary"
              disabled={!changed}
              busy={write.isPending ? t('sending') : undefined}
              onPress={save}
            >
              {t('ui:save')}
            </Button>
          ) : null}
        </>
      }
    >
      {answer.hasMedia ? (
        <video
          className={answer.mode === 'camera' && !blind ? 'own-video' : 'own-audio'}
          src={ownMedia(answer.attemptId)}
          controls
          playsInline
          preload="metadata"
          aria-label={t('review.play')}
          onLoadedMetadata={(event) => setBlind(event.currentTarget.videoWidth === 0)}
        />
      ) : null}
      {blind && answer.mode === 'camera' ? <p className="cap">{t('ui:soundOnly')}</p> : null}
      {answer.editable ? (
        <TextField
          label={t(answer.words === null ? 'review.write' : 'status.words')}
          value={words}
          onChange={setWords}
          rows={6}
          maxLength={20_000}
          hint={t('review.writeNote')}
          error={write.error ? messageOf(write.error) : undefined}
        />
      ) : (
        <p className="pre t15">{answer.words ?? t('status.noWords')}</p>
      )}
      {answer.wordsFrom === null ? null : (
        <p className="cap">{t(`status.from.${answer.wordsFrom}`)}</p>
      )}
    </Sheet>
  );
}

/** 我的回答: play, read, write or correct the words. */
export function OwnAnswers({ status }: { status: CandidateStatus }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState<string | null>(null);
  const shown = status.answers.find(({ attemptId }) => attemptId === open);
  if (status.answers.length === 0) {
    return null;
  }
  return (
    <section className="status-mine">
      <div className="row between">
        <h2 className="t16 bold">{t('status.mine')}</h2>
        <span className="cap">{t('status.whoSees')}</span>
      </div>
      <ul>
        {status.answers.map((answer) => (
          <li key={answer.answerId}>
            <button type="button" onClick={() => setOpen(answer.attemptId)}>
              {answer.hasMedia ? <PlayIcon /> : <Icon name="file" />}
              <span className="clip">{answer.question}</span>
              {answer.words === null && answer.editable ? (
                <span className="status-todo">{t('status.write')}</span>
              ) : (
                <span className="cap num">
                  {answer.mode === 'text' ? t('mode.text') : clockText(answer.seconds)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown ? (
        <OwnAnswer key={shown.attemptId} answer={shown} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}
