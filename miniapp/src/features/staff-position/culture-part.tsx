import { useTranslation } from 'react-i18next';
import { leastReason, portraits } from '@zhiyu/contracts/culture';
import { portraitDimensions } from '@zhiyu/contracts/culture-portraits';
import type { Dimension } from '@zhiyu/contracts/position';
import { scaleMost, storedFrom, typedOn } from '@zhiyu/contracts/score-scale';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { textIn } from '../../locales';
import '../staff-reading/words';
import { useWords } from '../staff-shell/use-words';
import { Anchors } from './anchors';
import { NumberInput } from './fields';
import type { Draft } from './use-draft';

/** Dimensions that a model can have (contract). */
const MOST = 8;

interface PortraitProps {
  dimension: Dimension & { culture: NonNullable<Dimension['culture']> };
  edit: boolean;
  onChange: (dimension: Dimension) => void;
  onTake: () => void;
}

function Portrait({ dimension, edit, onChange, onTake }: PortraitProps) {
  const { t } = useTranslation('reading');
  const { scale } = useWords();
  const { culture } = dimension;
  const grounded = culture.weightReason.trim().length >= leastReason;
  const setReason = (weightReason: string) => {
    const counts = weightReason.trim().length >= leastReason;
    const none = counts ? {} : { weight: 0, requirement: 0 };
    onChange({ ...dimension, ...none, culture: { ...culture, weightReason } });
  };
  return (
    <li className="section">
      <h3 className="mid">
        {t(`culture.${culture.portrait}`)} · {textIn(dimension.name)}
      </h3>
      <p className="muted t13">{textIn(dimension.definition)}</p>
      <Anchors
        anchors={dimension.anchors}
        edit={edit}
        onChange={(anchors) => onChange({ ...dimension, anchors })}
      />
      <TextField
        label={t('culture.reason')}
        hint={t('culture.reasonHint', { least: leastReason })}
        rows={2}
        maxLength={500}
        value={culture.weightReason}
        disabled={!edit}
        onChange={setReason}
      />
      {grounded ? (
        <div className="row">
          <NumberInput
            label={t('culture.weight')}
            value={Math.round(dimension.weight * 100)}
            min={0}
            max={100}
            unit="%"
            disabled={!edit}
            onChange={(percent) => onChange({ ...dimension, weight: Math.round(percent) / 100 })}
          />
          <NumberInput
            label={t('culture.need')}
            value={typedOn(dimension.requirement, scale)}
            min={0}
            max={scaleMost[scale]}
            step={typedOn(1, scale)}
            disabled={!edit}
            onChange={(need) => onChange({ ...dimension, requirement: storedFrom(need, scale) })}
          />
        </div>
      ) : (
        <p className="cap">{t('culture.weightless')}</p>
      )}
      {edit ? (
        <Button look="plain" size="small" onPress={onTake}>
          {t('culture.take')}
        </Button>
      ) : null}
    </li>
  );
}

/** Portraits of culture: dimensions with anchors that describe; a weight needs a written reason. */
export function CulturePart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('reading');
  const { model } = draft.content;
  const put = (dimensions: Dimension[]) => draft.change({ model: { ...model, dimensions } });
  const change = (next: Dimension) =>
    put(model.dimensions.map((one) => (one.code === next.code ? next : one)));
  const own = model.dimensions.flatMap((one) =>
    one.culture ? [{ ...one, culture: one.culture }] : [],
  );
  const offered = portraits.filter((one) => !own.some(({ culture }) => culture.portrait === one));
  return (
    <section className="section">
      <h2 className="sec-h">{t('culture.title')}</h2>
      <p className="muted t13">{t('culture.warning')}</p>
      {own.length === 0 ? <p className="muted t13">{t('culture.none')}</p> : null}
      <ul>
        {own.map((dimension) => (
          <Portrait
            key={dimension.code}
            dimension={dimension}
            edit={edit}
            onChange={change}
            onTake={() => put(model.dimensions.filter(({ code }) => code !== dimension.code))}
          />
        ))}
      </ul>
      {edit && model.dimensions.length >= MOST ? <p className="cap">{t('culture.full')}</p> : null}
      {edit && model.dimensions.length < MOST ? (
        <p className="row portrait-offer">
          {offered.map((portrait) => {
            const made = portraitDimensions[portrait];
            const name = t(`culture.${portrait}`);
            return model.dimensions.some(({ code }) => code === made.code) ? (
              <span key={portrait} className="cap">
                {t('culture.there', { name: textIn(made.name) })}
              </span>
            ) : (
              <Button key={portrait} size="small" onPress={() => put([...model.dimensions, made])}>
                {t('culture.add', { name })}
              </Button>
            );
          })}
        </p>
      ) : null}
    </section>
  );
}
