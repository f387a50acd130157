import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferList } from '@zhiyu/contracts/offers';
import { offerRoutes } from '@zhiyu/contracts/routes.offers';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { serverTime } from '../../platform/clock';
import { faultsOf, formOf, termsOf, type OfferForm } from './offer.shared';
import { offerTouched } from './offer-touched';

const shanghaiOffsetMs = 8 * 3_600_000;
const today = () => new Date(serverTime() + shanghaiOffsetMs).toISOString().slice(0, 10);

interface FieldOf {
  type?: 'date' | 'number';
  rows?: number;
  maxLength?: number;
  hint?: boolean;
}

const fields: Record<keyof OfferForm, FieldOf> = {
  pay: { maxLength: 200, hint: true },
  startsOn: { type: 'date' },
  place: { maxLength: 200 },
  probationMonths: { type: 'number', hint: true },
  answerDays: { type: 'number', hint: true },
  note: { rows: 3, maxLength: 2000, hint: true },
};

/** The form of an offer: a first draft, or the one that is there. Nothing goes out by saving it. */
export function OfferSheet({
  id,
  name,
  list,
  onClose,
}: {
  id: string;
  name: string;
  list: OfferList;
  onClose: () => void;
}) {
  const { t } = useTranslation('offers');
  const [form, setForm] = useState(() => formOf(list));
  const [tried, setTried] = useState(false);
  const save = useAct(offerRoutes.saveOffer, { refresh: offerTouched, onSuccess: onClose });
  const faults = faultsOf(form, today());
  const submit = () => {
    setTried(true);
    if (faults.length === 0) {
      save.mutate({ id, terms: termsOf(form) });
    }
  };
  return (
    <Sheet
      open
      title={t('form.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={save.isPending ? t('staff:saving') : undefined}
            onPress={submit}
          >
            {t('form.save')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('form.lead')}</p>
      {(Object.keys(fields) as (keyof OfferForm)[]).map((field) => {
        const { hint, ...more } = fields[field];
        return (
          <TextField
            key={field}
            {...more}
            label={t(`field.${field}`)}
            {...(hint ? { hint: t(`hint.${field}`) } : {})}
            value={form[field]}
            onChange={(value) => setForm({ ...form, [field]: value })}
            error={tried && faults.includes(field) ? t(`fault.${field}`) : undefined}
          />
        );
      })}
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
