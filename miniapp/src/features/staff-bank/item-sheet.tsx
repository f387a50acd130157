import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { BankItem, BankList } from '@zhiyu/contracts/question-bank';
import { ApiError, messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { textIn } from '../../locales';
import { Anchors } from '../staff-position/anchors';
import { LocalText, NumberInput } from '../staff-position/fields';
import { replaced, without } from '../staff-position/position.shared';
import { isComplete, kindNames, partNames } from './bank.shared';

interface FieldsProps {
  item: BankItem;
  competencies: BankList['competencies'];
  onChange: (item: BankItem) => void;
}

function Heads({ item, competencies, onChange }: FieldsProps) {
  const { t } = useTranslation('staff');
  return (
    <div className="form-grid">
      <label className="field">
        {t('bank.filter.competency')}
        <select
          className="select"
          value={item.competency}
          onChange={(event) => onChange({ ...item, competency: event.target.value })}
        >
          {competencies.map((one) => (
            <option key={one.code} value={one.code}>
              {textIn(one.name)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('bank.filter.kind')}
        <select
          className="select"
          value={item.kind}
          onChange={(event) =>
            onChange({
              ...item,
              kind: kindNames.find((kind) => kind === event.target.value) ?? item.kind,
            })
          }
        >
          {kindNames.map((kind) => (
            <option key={kind} value={kind}>
              {t(`questionKind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberInput
        label={t('question.thinking')}
        value={item.thinkingSeconds}
        min={0}
        max={300}
        unit={t('unit.seconds')}
        disabled={false}
        onChange={(n) => onChange({ ...item, thinkingSeconds: Math.round(n) })}
      />
      <NumberInput
        label={t('question.answering')}
        value={item.answerSeconds}
        min={30}
        max={600}
        unit={t('unit.seconds')}
        disabled={false}
        onChange={(n) => onChange({ ...item, answerSeconds: Math.round(n) })}
      />
    </div>
  );
}

function FollowUps({ item, onChange }: Omit<FieldsProps, 'competencies'>) {
  const { t } = useTranslation('staff');
  const { followUps } = item;
  const free = partNames.filter((part) => followUps.every((one) => one.part !== part));
  const put = (next: BankItem['followUps']) => onChange({ ...item, followUps: next });
  return (
    <>
      <h3 className="sec-h section">
        {t('bank.followUps')}
        <span className="cap">{t('bank.followUpsMore')}</span>
      </h3>
      {followUps.map((one, at) => (
        <div key={one.part} className="bank-follow">
          <label className="field">
            <span className="sr">{t('bank.partLabel')}</span>
            <select
              className="select"
              value={one.part}
              onChange={(event) => {
                const part = partNames.find((name) => name === event.target.value) ?? one.part;
                put(replaced(followUps, at, { ...one, part }));
              }}
            >
              {[one.part, ...free].map((part) => (
                <option key={part} value={part}>
                  {t(`bank.part.${part}`)}
                </option>
              ))}
            </select>
          </label>
          <LocalText
            label={t('bank.followUp', { n: at + 1 })}
            text={one.text}
            disabled={false}
            onChange={(text) => put(replaced(followUps, at, { ...one, text }))}
          />
          {followUps.length > 2 ? (
            <Button look="quiet" size="small" onPress={() => put(without(followUps, at))}>
              {t('bank.removeFollowUp')}
            </Button>
          ) : null}
        </div>
      ))}
      {followUps.length < 3 && free[0] ? (
        <Button
          size="small"
          onPress={() => put([...followUps, { part: free[0] ?? 'learned', text: { zh: '' } }])}
        >
          {t('bank.addFollowUp')}
        </Button>
      ) : null}
    </>
  );
}

function Said({ error }: { error: unknown }) {
  const fields = error instanceof ApiError ? error.fields : [];
  return error ? (
    <div className="fault" role="alert">
      <p>{messageOf(error)}</p>
      <ul>
        {fields.map((field) => (
          <li key={`${field.path}${field.message}`}>{field.message}</li>
        ))}
      </ul>
    </div>
  ) : null;
}

/** Writes an item of the company: a new one, or a new version of one that is there. */
export function ItemSheet({
  start,
  base,
  competencies,
  onClose,
}: {
  start: BankItem;
  /** Version it is changed from; 0: a new item. */
  base: number;
  competencies: BankList['competencies'];
  onClose: (saved: string | null) => void;
}) {
  const { t } = useTranslation('staff');
  const [item, setItem] = useState(start);
  const [note, setNote] = useState('');
  const save = useAct(routes.saveBankItem, {
    refresh: [routes.listBank, routes.bankItem],
    onSuccess: ({ code }) => onClose(code),
  });
  return (
    <Sheet
      open
      title={t(base === 0 ? 'bank.new' : 'bank.edit')}
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!isComplete(item)}
            busy={save.isPending ? t('saving') : undefined}
            onPress={() =>
              save.mutate({ code: item.code, baseVersion: base, content: item, note: note.trim() })
            }
          >
            {t('bank.save', { n: base + 1 })}
          </Button>
        </>
      }
    >
      <p className="muted t13">{t('bank.saveMore')}</p>
      <Heads item={item} competencies={competencies} onChange={setItem} />
      <LocalText
        label={t('question.text')}
        rows={3}
        text={item.text}
        disabled={false}
        onChange={(text) => setItem({ ...item, text })}
      />
      <LocalText
        label={t('question.hint')}
        rows={2}
        text={item.hint}
        disabled={false}
        onChange={(hint) => setItem({ ...item, hint })}
      />
      <h3 className="sec-h section">
        {t('question.anchors')}
        <span className="cap">{t('question.anchorsMore')}</span>
      </h3>
      <Anchors anchors={item.anchors} edit onChange={(anchors) => setItem({ ...item, anchors })} />
      <FollowUps item={item} onChange={setItem} />
      <TextField
        label={t('bank.mustNotAskEdit')}
        rows={2}
        value={item.mustNotAsk.map((one) => one.zh).join('\n')}
        onChange={(typed) =>
          setItem({
            ...item,
            mustNotAsk: typed
              .split('\n')
              .filter((line, at, all) => line.trim() !== '' || at === all.length - 1)
              .slice(0, 5)
              .filter((line) => line !== '')
              .map((line) => item.mustNotAsk.find((one) => one.zh === line) ?? { zh: line }),
          })
        }
      />
      <TextField label={t('position.note')} maxLength={200} value={note} onChange={setNote} />
      <Said error={save.error} />
    </Sheet>
  );
}
