import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardButton } from '@zhiyu/contracts/card';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';

/** What a button asks before its press counts: one of the options, words where wanted. */
export function AskSheet({
  button,
  onClose,
  onAnswer,
}: {
  button: CardButton | null;
  onClose: () => void;
  onAnswer: (button: CardButton, value: string | null, text: string | null) => void;
}) {
  const { t } = useTranslation('ui');
  const [value, setValue] = useState<string | null>(null);
  const [text, setText] = useState('');
  const ask = button?.ask;
  const close = () => {
    setValue(null);
    setText('');
    onClose();
  };
  const ready = ask !== undefined && (ask.options.length === 0 || value !== null);
  return (
    <Sheet
      open={ask !== undefined}
      title={ask?.label ?? ''}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={!ready}
            onPress={() => {
              if (button) {
                onAnswer(button, value, text.trim() === '' ? null : text.trim());
                close();
              }
            }}
          >
            {button?.label ?? ''}
          </Button>
        </>
      }
    >
      <fieldset className="ask-options">
        <legend className="sr">{ask?.label}</legend>
        {ask?.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name="ask"
              className="radio"
              checked={value === option.value}
              onChange={() => setValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
      {ask?.freeText ? (
        <TextField
          label={t('chat.more')}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={2000}
        />
      ) : null}
    </Sheet>
  );
}
