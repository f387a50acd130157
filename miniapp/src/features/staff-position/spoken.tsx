import { type ChangeEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import type { Question } from '@zhiyu/contracts/position';
import type { Spoken } from '@zhiyu/contracts/question-audio';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { currentLocale } from '../../locales';
import { playAudio, stopReading } from '../../platform/voice';
import { ownText } from './position.shared';

function Listen({ spoken }: { spoken: Spoken }) {
  const { t } = useTranslation('staff');
  const [playing, setPlaying] = useState(false);
  useEffect(() => stopReading, []);
  const over = () => setPlaying(false);
  const play = useMutation({
    mutationFn: () => call(routes.questionAudio, { file: spoken.file }),
    onSuccess: (audio) => {
      setPlaying(true);
      playAudio(audio, { onEnd: over, onFault: over });
    },
  });
  return (
    <>
      <Button
        size="small"
        look="plain"
        className="touch"
        onPress={() => (playing ? stopReading() : play.mutate())}
      >
        <Icon name={playing ? 'pause' : 'speaker'} size="s" />
        {t(playing ? 'spoken.stop' : 'spoken.listen')}
      </Button>
      {play.error ? (
        <p className="fault" role="alert">
          {messageOf(play.error)}
        </p>
      ) : null}
    </>
  );
}

/** The question read by a person, in the language of the page; without a recording the device's voice reads it. */
export function SpokenField({
  question,
  edit,
  onChange,
}: {
  question: Question;
  edit: boolean;
  onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('staff');
  const locale = currentLocale() === 'en' ? 'en' : 'zh';
  const words = ownText(question.text, locale);
  const spoken = question.audio?.[locale];
  const upload = useMutation({
    mutationFn: (file: Blob) => call(routes.saveQuestionAudio, {}, { file }),
    onSuccess: ({ file }) =>
      onChange({ ...question, audio: { ...question.audio, [locale]: { file, words } } }),
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) {
      upload.mutate(file);
    }
  };
  const remove = () => {
    const { [locale]: _gone, ...audio } = question.audio ?? {};
    onChange({ ...question, audio });
  };
  if (words === '' || (!edit && !spoken)) {
    return null;
  }
  const stale = spoken !== undefined && spoken.words !== words;
  return (
    <div className="spoken">
      <div className="row">
        {spoken ? <Listen key={spoken.file} spoken={spoken} /> : null}
        {edit ? (
          <label className="btn small touch">
            {t(spoken ? 'spoken.another' : 'spoken.add')}
            <input
              type="file"
              className="sr"
              accept=".mp3,.m4a,.wav,audio/mpeg,audio/mp4,audio/wav"
              disabled={upload.isPending}
              onChange={choose}
            />
          </label>
        ) : null}
        {edit && spoken ? (
          <Button size="small" look="quiet" className="touch" onPress={remove}>
            {t('spoken.remove')}
          </Button>
        ) : null}
      </div>
      <p className="cap">{t(stale ? 'spoken.stale' : spoken ? 'spoken.has' : 'spoken.hint')}</p>
      {upload.error ? (
        <p className="fault" role="alert">
          {messageOf(upload.error)}
        </p>
      ) : null}
    </div>
  );
}
