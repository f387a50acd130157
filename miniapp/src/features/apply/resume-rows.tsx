import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { Icon } from '../../components/icon';
import { TextField } from '../../components/text-field';
import { applyFields, neededFields, type ApplyField } from './apply.shared';
import type { ApplyState } from './use-apply';

const autoComplete: Partial<Record<ApplyField, string>> = {
  name: 'name',
  phone: 'tel',
  email: 'email',
};
const types = { phone: 'tel', email: 'email' } as const;

function Row({ field, apply }: { field: ApplyField; apply: ApplyState }) {
  const { t } = useTranslation('candidate');
  const { value, state } = apply.form[field];
  const label = t(`apply.field.${field}`);
  const error = apply.wrong === field ? t(`apply.wrong.${apply.wrong}`) : apply.fieldError(field);
  if (apply.editing === field || apply.file === null || error !== undefined) {
    return (
      <div className="apply-edit">
        <TextField
          label={label}
          value={value}
          onChange={(text) => apply.type(field, text)}
          type={field === 'phone' || field === 'email' ? types[field] : 'text'}
          rows={field === 'work' || field === 'education' ? 3 : 1}
          maxLength={field === 'work' ? 2000 : 500}
          {...(autoComplete[field] ? { autoComplete: autoComplete[field] } : {})}
          {...(neededFields.includes(field) ? {} : { hint: t('apply.optional') })}
          error={error}
        />
      </div>
    );
  }
  const edit = () => apply.edit(field);
  return (
    <dl className="apply-row">
      <dt>{label}</dt>
      <dd className="pre">
        {state === 'missing' ? (
          <>
            <span className="state unknown">
              <Glyph of="unknown" />
              {t('apply.notRead')}
            </span>
            {neededFields.includes(field) ? null : <small>{t('apply.fine')}</small>}
          </>
        ) : (
          <>
            {value}
            {state === 'look' ? <small>{t('apply.doubtful')}</small> : null}
          </>
        )}
      </dd>
      <dd>
        {state === 'sure' || state === 'typed' ? (
          <Button
            look="plain"
            className="apply-fix"
            label={t('apply.change', { label })}
            onPress={edit}
          >
            <Icon name="pen" size="s" />
          </Button>
        ) : (
          <Button look="quiet" className="apply-fix" onPress={edit}>
            {t(state === 'look' ? 'apply.look' : 'apply.add')}
          </Button>
        )}
      </dd>
    </dl>
  );
}

/** What was read, each with its way to change it; without a file the same rows as fields. */
export function ResumeRows({ apply }: { apply: ApplyState }) {
  const { t } = useTranslation('candidate');
  return (
    <section className="apply-read">
      <div className="row between">
        <h2 className="t16 bold">{t(apply.file ? 'apply.readTitle' : 'apply.typeTitle')}</h2>
        {apply.file ? <span className="cap">{t('apply.yours')}</span> : null}
      </div>
      {apply.file?.warnings.map((warning) => (
        <p key={warning} className="t13 muted apply-warning">
          <Glyph of="hold" />
          {warning}
        </p>
      ))}
      <div>
        {applyFields.map((field) => (
          <Row key={field} field={field} apply={apply} />
        ))}
      </div>
    </section>
  );
}
