import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTestItem, TestAnswer } from '@zhiyu/contracts/written-tests';
import { TextField } from '../../components/text-field';

interface Props {
  item: OwnTestItem;
  answer: TestAnswer;
  onAnswer: (answer: TestAnswer, at: 'now' | 'later') => void;
}

function Choices({ item, answer, onAnswer }: Props) {
  const { t } = useTranslation('test');
  const one = item.kind === 'single';
  const choose = (id: string, on: boolean) => {
    const others = one ? [] : answer.chosen.filter((other) => other !== id);
    onAnswer({ ...answer, chosen: on ? [...others, id] : others }, 'now');
  };
  return (
    <fieldset className="test-options">
      <legend className="sr">{t(`kind.${item.kind}`)}</legend>
      {item.options.map(({ id, text }) => (
        <label key={id} className={answer.chosen.includes(id) ? 'on' : ''}>
          <input
            type={one ? 'radio' : 'checkbox'}
            className={one ? 'test-radio' : 'check big'}
            name={item.code}
            checked={answer.chosen.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The decimal sign of the reader's language is taken as well. */
function numberIn(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function NumberAnswer({ item, answer, onAnswer }: Props) {
  const { t } = useTranslation('test');
  const [typed, setTyped] = useState(answer.number === null ? '' : String(answer.number));
  const wrong = typed.trim() !== '' && numberIn(typed) === null;
  return (
    <div className="test-number">
      <TextField
        label={t('number')}
        value={typed}
        inputMode="decimal"
        autoComplete="off"
        error={wrong ? t('numberWrong') : undefined}
        onChange={(text) => {
          setTyped(text);
          onAnswer({ ...answer, number: numberIn(text) }, 'later');
        }}
      />
      <span className="muted">{item.unit}</span>
    </div>
  );
}

/** One item and its answer. */
export function Item({ item, answer, onAnswer }: Props) {
  const { t } = useTranslation('test');
  const headId = useId();
  useEffect(() => {
    document.getElementById(headId)?.focus();
  }, [headId, item.code]);
  return (
    <section className="test-item">
      <p className="cap num">
        {t(`kind.${item.kind}`)}
        {' · '}
        {t('points', { points: item.points })}
      </p>
      <h2 id={headId} tabIndex={-1} className="test-question">
        {item.text}
      </h2>
      {item.options.length > 0 ? <Choices {...{ item, answer, onAnswer }} /> : null}
      {item.kind === 'number' ? <NumberAnswer {...{ item, answer, onAnswer }} /> : null}
      {item.kind === 'text' ? (
        <TextField
          label={t('text')}
          rows={7}
          maxLength={5000}
          value={answer.text}
          onChange={(text) => onAnswer({ ...answer, text }, 'later')}
        />
      ) : null}
    </section>
  );
}
