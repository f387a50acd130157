import { useTranslation } from 'react-i18next';
import { type TestItem, testLimits } from '@zhiyu/contracts/written-tests';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { NumberInput } from '../staff-position/fields';
import { newOption } from './draft.shared';

interface Props<T extends TestItem = TestItem> {
  item: T;
  onChange: (item: TestItem) => void;
}
type Choice = Extract<TestItem, { kind: 'single' | 'multiple' }>;

const isCorrect = (item: Choice, id: string): boolean =>
  item.kind === 'single' ? item.correct === id : item.correct.includes(id);

function withCorrect(item: Choice, id: string, on: boolean): TestItem {
  if (item.kind === 'single') {
    return { ...item, correct: on ? id : '' };
  }
  const others = item.correct.filter((other) => other !== id);
  return { ...item, correct: on ? [...others, id] : others };
}

function withoutOption(item: Choice, id: string): TestItem {
  const options = item.options.filter((option) => option.id !== id);
  return { ...(withCorrect(item, id, false) as Choice), options };
}

function Options({ item, onChange }: Props<Choice>) {
  const { t } = useTranslation('tests');
  const write = (id: string, text: string) =>
    onChange({
      ...item,
      options: item.options.map((option) => (option.id === id ? { id, text } : option)),
    });
  return (
    <fieldset className="test-edit-options">
      <legend className="t13 mid">{t('item.options')}</legend>
      {item.options.map(({ id, text }, at) => (
        <div key={id} className="row">
          <label className="touch">
            <span className="sr">{t('item.correct', { n: at + 1 })}</span>
            <input
              type={item.kind === 'single' ? 'radio' : 'checkbox'}
              name={`correct-${item.code}`}
              checked={isCorrect(item, id)}
              onChange={(event) => onChange(withCorrect(item, id, event.target.checked))}
            />
          </label>
          <div className="grow">
            <TextField
              label={t('item.option', { n: at + 1 })}
              labelHidden
              value={text}
              maxLength={500}
              onChange={(next) => write(id, next)}
            />
          </div>
          <Button
            look="plain"
            size="small"
            disabled={item.options.length <= 2}
            label={t('item.removeOption', { n: at + 1 })}
            onPress={() => onChange(withoutOption(item, id))}
          >
            {t('item.remove')}
          </Button>
        </div>
      ))}
      {item.options.length < testLimits.options ? (
        <Button
          size="small"
          onPress={() => onChange({ ...item, options: [...item.options, newOption(item.options)] })}
        >
          {t('item.addOption')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function NumberKey({ item, onChange }: Props<Extract<TestItem, { kind: 'number' }>>) {
  const { t } = useTranslation('tests');
  const most = 1_000_000_000;
  return (
    <div className="form-grid">
      <NumberInput
        label={t('item.number')}
        value={item.correct}
        min={-most}
        max={most}
        step={0.01}
        disabled={false}
        onChange={(correct) => onChange({ ...item, correct })}
      />
      <NumberInput
        label={t('item.tolerance')}
        value={item.tolerance}
        min={0}
        max={most}
        step={0.01}
        disabled={false}
        onChange={(tolerance) => onChange({ ...item, tolerance })}
      />
      <TextField
        label={t('item.unit')}
        value={item.unit}
        maxLength={20}
        onChange={(unit) => onChange({ ...item, unit })}
      />
    </div>
  );
}

/** One item with its solution. */
export function ItemEditor({ item, onChange }: Props) {
  const { t } = useTranslation('tests');
  return (
    <div className="test-edit">
      <TextField
        label={t('item.text')}
        rows={3}
        maxLength={2000}
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
      />
      {item.kind === 'single' || item.kind === 'multiple' ? (
        <Options item={item} onChange={onChange} />
      ) : null}
      {item.kind === 'number' ? <NumberKey item={item} onChange={onChange} /> : null}
      {item.kind === 'text' ? (
        <TextField
          label={t('item.keyPoints')}
          hint={t('item.keyPointsHint')}
          rows={4}
          value={item.keyPoints.join('\n')}
          onChange={(text) =>
            onChange({ ...item, keyPoints: text.split('\n').slice(0, testLimits.keyPoints) })
          }
        />
      ) : null}
      <NumberInput
        label={t('item.points')}
        value={item.points}
        min={0.5}
        max={100}
        step={0.5}
        unit={t('item.pointsUnit')}
        disabled={false}
        onChange={(points) => onChange({ ...item, points })}
      />
    </div>
  );
}
