import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassLimits, PassLimitsState } from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';

/** What the server takes (contract), the same here. */
const ranges = {
  leastDecided: [5, 500],
  limit: [10, 90],
  days: [14, 365],
} as const;
type Name = keyof typeof ranges;
const names: readonly Name[] = ['leastDecided', 'limit', 'days'];

function isRight(name: Name, text: string): boolean {
  const [least, most] = ranges[name];
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most;
}

function Form({ saved }: { saved: PassLimitsState }) {
  const { t } = useTranslation('alerts');
  const say = useToast();
  const [texts, setTexts] = useState({
    leastDecided: String(saved.leastDecided),
    limit: String(saved.limit),
    days: String(saved.days),
  });
  const save = useAct(routes.savePassLimits, {
    refresh: [routes.passLimits, routes.passAlerts],
    onSuccess: () => say(t('ui:saved')),
  });
  const right = names.every((name) => isRight(name, texts[name]));
  const same = names.every((name) => texts[name] === String(saved[name]));
  const value: PassLimits = {
    leastDecided: Number(texts.leastDecided),
    limit: Number(texts.limit),
    days: Number(texts.days),
  };
  return (
    <div className="form-stack limits-form">
      {names.map((name) => {
        const [least, most] = ranges[name];
        return (
          <TextField
            key={name}
            label={t(`limits.${name}`)}
            inputMode="numeric"
            maxLength={3}
            value={texts[name]}
            onChange={(text) => setTexts({ ...texts, [name]: text.trim() })}
            hint={t(`limits.${name}Hint`)}
            error={isRight(name, texts[name]) ? undefined : t('limits.range', { least, most })}
          />
        );
      })}
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <p>
        <Button
          look="primary"
          className="touch"
          disabled={!right || same}
          busy={save.isPending ? t('staff:saving') : undefined}
          onPress={() => save.mutate(value)}
        >
          {t('ui:save')}
        </Button>
      </p>
    </div>
  );
}

function Known({ saved }: { saved: PassLimitsState }) {
  const { t } = useTranslation('alerts');
  return (
    <dl className="pairs-list t14">
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`limits.${name}`)}</dt>
          <dd className="num mid">{saved[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When an alert is given, who may change that, and who did last. */
export function Limits() {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const may = useMay();
  const query = useRoute(routes.passLimits, {});
  return (
    <section className="section narrow limits">
      <h2 className="sec-h">{t('limits.title')}</h2>
      <p className="muted">{t('limits.lead')}</p>
      <Awaited query={query}>
        {(saved) => (
          <>
            {may('process.limits') ? (
              <Form key={String(saved.changedAt)} saved={saved} />
            ) : (
              <Known saved={saved} />
            )}
            <p className="cap section">
              {t('limits.who', { names: saved.changers.join(t('staff:and')) })}
              {saved.changedAt === null
                ? t('limits.never')
                : t('limits.last', { who: saved.changedBy, at: words.moment(saved.changedAt) })}
              {t('limits.audit')}
            </p>
          </>
        )}
      </Awaited>
    </section>
  );
}
