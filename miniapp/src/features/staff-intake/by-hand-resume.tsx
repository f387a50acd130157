import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { TextField } from '../../components/text-field';
import type { ByHandState } from './use-by-hand';

const ways = ['none', 'file', 'text'] as const;
/** Letters of a pasted résumé. */
const LONGEST = 40_000;

function File({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { draft } = state.resume;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) {
      void state.file(file);
    }
  };
  return (
    <label className="drop hand-drop">
      <Icon name="upload" />
      <span>
        <b className="mid">
          {state.busy === 'reading'
            ? t('hand.reading')
            : draft
              ? draft.fileName
              : t('hand.chooseFile')}
        </b>
        <span className="muted">{draft ? t('hand.anotherFile') : t('hand.fileKinds')}</span>
      </span>
      <input
        type="file"
        className="sr"
        accept=".pdf,.docx,.txt,.md,text/plain"
        disabled={state.busy !== null || state.entry.id === ''}
        onChange={choose}
      />
    </label>
  );
}

function Pasted({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { text } = state.resume;
  return (
    <>
      <TextField
        label={t('hand.text')}
        rows={7}
        maxLength={LONGEST}
        value={text}
        onChange={state.paste}
      />
      <p>
        <Button
          className="touch"
          disabled={text.trim() === '' || state.entry.id === ''}
          busy={state.busy === 'reading' ? t('hand.reading') : undefined}
          onPress={() => void state.readText()}
        >
          {t('hand.readText')}
        </Button>
      </p>
    </>
  );
}

/** What was read of it, and that it is to be compared with what is typed. */
function Read({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { draft } = state.resume;
  if (draft === null) {
    return null;
  }
  const lines = [...draft.education, ...draft.work].map(({ text }) => text);
  return (
    <div className="hand-read t13" role="status">
      <p className="mid">{t('hand.read')}</p>
      {lines.length === 0 ? (
        <p className="muted">{t('hand.readNothing')}</p>
      ) : (
        <ul>
          {lines.map((line, n) => (
            <li key={`${n} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A résumé, if there is one: a file, or its words pasted. Empty fields are filled from it. */
export function ByHandResume({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const [way, setWay] = useState<(typeof ways)[number]>('none');
  const go = (one: (typeof ways)[number]) => {
    setWay(one);
    state.without();
  };
  return (
    <fieldset className="hand-resume">
      <legend>{t('hand.resume')}</legend>
      <div className="seg" role="group" aria-label={t('hand.resume')}>
        {ways.map((one) => (
          <button key={one} type="button" aria-pressed={one === way} onClick={() => go(one)}>
            {t(`hand.way.${one}`)}
          </button>
        ))}
      </div>
      {way === 'file' ? <File state={state} /> : null}
      {way === 'text' ? <Pasted state={state} /> : null}
      <Read state={state} />
    </fieldset>
  );
}
