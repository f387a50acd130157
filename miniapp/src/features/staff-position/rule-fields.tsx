import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '@zhiyu/contracts/position';
import { TextField } from '../../components/text-field';
import { NumberInput } from './fields';
import { degreeNames, protectedNames, wordsIn } from './position.shared';

interface FieldsProps<R extends Requirement = Requirement> {
  rule: R;
  onChange: (rule: Requirement) => void;
  disabled: boolean;
}

function Words({
  label,
  words,
  onChange,
  disabled,
  hint,
}: {
  label: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
  disabled: boolean;
  hint: string;
}) {
  // What is typed stays as it is: a comma at the end is the start of the next word.
  const [typed, setTyped] = useState(words.join('、'));
  return (
    <TextField
      label={label}
      hint={hint}
      rows={2}
      disabled={disabled}
      value={disabled ? words.join('、') : typed}
      onChange={(text) => {
        setTyped(text);
        onChange(wordsIn(text));
      }}
    />
  );
}

function Education({
  rule,
  onChange,
  disabled,
}: FieldsProps<Extract<Requirement, { kind: 'education' }>>) {
  const { t } = useTranslation('staff');
  return (
    <label className="field">
      <span>{t('rule.minDegree')}</span>
      <select
        className="select"
        disabled={disabled}
        value={rule.minDegree}
        onChange={(event) => {
          const minDegree = degreeNames.find((one) => one === event.target.value);
          if (minDegree) {
            onChange({ ...rule, minDegree });
          }
        }}
      >
        {degreeNames.map((name) => (
          <option key={name} value={name}>
            {t(`degree.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Experience({
  rule,
  onChange,
  disabled,
}: FieldsProps<Extract<Requirement, { kind: 'experience' }>>) {
  const { t } = useTranslation('staff');
  return (
    <>
      <NumberInput
        label={t('rule.minYears')}
        value={rule.minYears}
        min={0}
        max={60}
        step={0.5}
        unit={t('unit.years')}
        disabled={disabled}
        onChange={(minYears) => onChange({ ...rule, minYears })}
      />
      <Words
        label={t('rule.in')}
        hint={t('rule.inHint')}
        words={rule.in ?? []}
        disabled={disabled}
        onChange={(words) => {
          const { in: _old, ...rest } = rule;
          onChange(words.length === 0 ? rest : { ...rest, in: words });
        }}
      />
    </>
  );
}

function Protected({
  rule,
  onChange,
  disabled,
}: FieldsProps<Extract<Requirement, { kind: 'protected' }>>) {
  const { t } = useTranslation('staff');
  const open = (part: Partial<typeof rule>) => {
    const { approvedBy: _given, ...rest } = { ...rule, ...part };
    onChange(rest);
  };
  return (
    <>
      <label className="field">
        <span>{t('rule.attribute')}</span>
        <select
          className="select"
          disabled={disabled}
          value={rule.attribute}
          onChange={(event) => {
            const attribute = protectedNames.find((one) => one === event.target.value);
            if (attribute) {
              open({ attribute });
            }
          }}
        >
          {protectedNames.map((name) => (
            <option key={name} value={name}>
              {t(`protected.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t('rule.condition')}
        value={rule.condition}
        maxLength={200}
        disabled={disabled}
        onChange={(condition) => open({ condition })}
      />
      <TextField
        label={t('rule.legalGround')}
        hint={t('rule.legalGroundHint')}
        rows={3}
        maxLength={1000}
        value={rule.legalGround}
        disabled={disabled}
        onChange={(legalGround) => open({ legalGround })}
      />
    </>
  );
}

/** The fields of one rule, by its kind. A changed protected rule loses its approval. */
export function RuleFields(props: FieldsProps) {
  const { t } = useTranslation('staff');
  const { rule } = props;
  switch (rule.kind) {
    case 'education':
      return <Education {...props} rule={rule} />;
    case 'experience':
      return <Experience {...props} rule={rule} />;
    case 'protected':
      return <Protected {...props} rule={rule} />;
    default:
      return (
        <Words
          label={t(`rule.anyOf.${rule.kind}`)}
          hint={t('rule.anyOfHint')}
          words={rule.anyOf}
          disabled={props.disabled}
          onChange={(anyOf) => props.onChange({ ...rule, anyOf })}
        />
      );
  }
}
