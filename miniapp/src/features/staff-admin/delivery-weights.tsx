import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groundLength, mostDeliveryWeight } from '@zhiyu/contracts/delivery-limits';
import type { DeliveryWeights as Weights, WeightChange } from '@zhiyu/contracts/delivery-weights';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { Reasons } from '../staff-reading/weightless';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { Choice } from './choice';

const percents = Array.from({ length: mostDeliveryWeight + 1 }, (_, n) => ({
  value: String(n),
  label: `${n}%`,
}));

interface ShareProps {
  of: 'voice' | 'face';
  value: number;
  onChange: (value: number) => void;
}

function Share({ of, value, onChange }: ShareProps) {
  const { t } = useTranslation('reading');
  return (
    <div>
      <Choice
        label={t(`weights.${of}`)}
        value={String(value)}
        options={percents}
        disabled={false}
        onChange={(text) => onChange(Number(text))}
      />
      <p className="cap">{t(`weights.${of}Hint`)}</p>
    </div>
  );
}

/** Setting them asks for a ground and for knowing what nobody knows; taking them back asks for nothing. */
function Form({ saved }: { saved: Weights }) {
  const { t } = useTranslation('reading');
  const say = useToast();
  const [voice, setVoice] = useState(saved.voice);
  const [face, setFace] = useState(saved.face);
  const [ground, setGround] = useState(saved.ground);
  const [knowsNoEvidence, setKnows] = useState(false);
  const save = useAct(routes.setDeliveryWeights, {
    refresh: [routes.deliveryWeights],
    onSuccess: () => say(t('ui:saved')),
  });
  const weighs = voice + face > 0;
  const set = saved.voice + saved.face > 0;
  const long = ground.trim().length >= groundLength.least;
  const ready = weighs ? long && knowsNoEvidence : set;
  return (
    <div className="form-stack">
      <Share of="voice" value={voice} onChange={setVoice} />
      <Share of="face" value={face} onChange={setFace} />
      {weighs ? (
        <>
          <TextField
            label={t('weights.ground')}
            hint={t('weights.groundHint', { least: groundLength.least })}
            rows={3}
            maxLength={groundLength.most}
            value={ground}
            onChange={setGround}
          />
          <ul className="switch-rows">
            <SwitchRow label={t('weights.knows')} checked={knowsNoEvidence} onChange={setKnows}>
              {t('weights.knowsMore')}
            </SwitchRow>
          </ul>
        </>
      ) : null}
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <p className="row">
        <Button
          disabled={!ready}
          busy={save.isPending ? t('staff:saving') : undefined}
          onPress={() => save.mutate({ voice, face, ground: ground.trim(), knowsNoEvidence })}
        >
          {t('weights.save')}
        </Button>
        {set ? (
          <Button
            look="plain"
            onPress={() => save.mutate({ voice: 0, face: 0, ground: '', knowsNoEvidence: false })}
          >
            {t('weights.takeBack')}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

function ChangeLine({ change }: { change: WeightChange }) {
  const { t } = useTranslation('reading');
  const words = useWords();
  const { voice, face, ground, cause, by, at } = change;
  return (
    <li>
      <p className="t13 num">{t(`weights.change.${cause}`, { voice, face })}</p>
      {ground === '' ? null : <p className="t13 pre">{ground}</p>}
      <p className="cap num">
        {by} · {words.moment(at)}
      </p>
    </li>
  );
}

function Loaded({ saved }: { saved: Weights }) {
  const { t } = useTranslation('reading');
  const edit = useMay()('weights.set');
  const { voice, face, europeanRules, changes } = saved;
  const state = voice + face > 0 ? t('weightless.set', { voice, face }) : t('weightless.zero');
  return (
    <>
      <p className="mid num">{state}</p>
      <Reasons look="cap" />
      {europeanRules ? (
        <p className="t13">{t('weights.europe')}</p>
      ) : edit ? (
        <Form key={JSON.stringify(saved)} saved={saved} />
      ) : (
        <p className="cap">{t('weights.readOnly')}</p>
      )}
      <section className="section">
        <h3 className="t13 bold">{t('weights.changes')}</h3>
        {changes.length === 0 ? <p className="cap">{t('weights.none')}</p> : null}
        <ol className="form-stack">
          {changes.map((change) => (
            <ChangeLine key={change.at} change={change} />
          ))}
        </ol>
      </section>
    </>
  );
}

/** What voice and face weigh: 0, unless an administrator writes down why not. */
export function DeliveryWeights() {
  const { t } = useTranslation('reading');
  const query = useRoute(routes.deliveryWeights, {});
  return (
    <section className="section narrow delivery-weights">
      <h2 className="sec-h">{t('weightless.title')}</h2>
      <Awaited query={query}>{(saved) => <Loaded saved={saved} />}</Awaited>
    </section>
  );
}
