import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetencyModel, Dimension } from '@zhiyu/contracts/position';
import { scaleMost, storedFrom, typedOn } from '@zhiyu/contracts/score-scale';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { textIn } from '../../locales';
import { Weightless } from '../staff-reading/weightless';
import { useWords } from '../staff-shell/use-words';
import { Simulator } from '../staff-simulator/simulator';
import { GreyZone } from '../staff-simulator/grey-zone';
import { Anchors } from './anchors';
import { CulturePart } from './culture-part';
import { NumberInput } from './fields';
import { balanced, replaced, unasked, weightSum } from './position.shared';
import { PotentialPart } from './potential-part';
import type { Draft } from './use-draft';

interface RowProps {
  dimension: Dimension;
  was: Dimension | undefined;
  edit: boolean;
  onChange: (dimension: Dimension) => void;
}

function WeightRow({ dimension, was, edit, onChange }: RowProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const [open, setOpen] = useState(false);
  const name = textIn(dimension.name);
  const percent = Math.round(dimension.weight * 100);
  const before = was === undefined ? percent : Math.round(was.weight * 100);
  const setPercent = (n: number) => onChange({ ...dimension, weight: Math.round(n) / 100 });
  return (
    <Fragment>
      <tr>
        <th scope="row">
          {name}
          <span className="cap weight-about">{textIn(dimension.definition)}</span>
        </th>
        <td className="weight-slide">
          <input
            type="range"
            min={0}
            max={100}
            step={1}
            aria-label={t('model.weightOf', { name })}
            value={percent}
            disabled={!edit}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
        </td>
        <td className="weight-number">
          {before === percent ? null : <s className="num">{before}</s>}
          <NumberInput
            label={t('model.weightOf', { name })}
            labelHidden
            value={percent}
            min={0}
            max={100}
            unit="%"
            disabled={!edit}
            onChange={setPercent}
          />
        </td>
        <td className="weight-number">
          {was === undefined || was.requirement === dimension.requirement ? null : (
            <s className="num">{words.score(was.requirement)}</s>
          )}
          <NumberInput
            label={t('model.needOf', { name })}
            labelHidden
            value={typedOn(dimension.requirement, words.scale)}
            min={0}
            max={scaleMost[words.scale]}
            step={typedOn(1, words.scale)}
            disabled={!edit}
            onChange={(need) =>
              onChange({ ...dimension, requirement: storedFrom(need, words.scale) })
            }
          />
        </td>
        <td className="right">
          <button
            type="button"
            className="link nowrap"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('model.fiveLevels')}
          </button>
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5}>
            <Anchors
              anchors={dimension.anchors}
              edit={edit}
              onChange={(anchors) => onChange({ ...dimension, anchors })}
            />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** Dimensions with weight and requirement, the total that passes, and checks before saving. */
export function ModelPart({
  draft,
  edit,
  positionId,
}: {
  draft: Draft;
  edit: boolean;
  positionId: string;
}) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { model } = draft.content;
  const old = draft.saved.model;
  const put = (part: Partial<CompetencyModel>) => draft.change({ model: { ...model, ...part } });
  const sum = weightSum(model.dimensions);
  const silent = unasked(draft.content);
  return (
    <div className={edit ? 'model-lay' : undefined}>
      <div>
        <section className="section">
          <h2 className="sec-h">
            {t('model.title')}
            <span className="cap num">{t('model.sum', { n: sum })}</span>
          </h2>
          <div className="scroll-x">
            <table className="grid weights">
              <thead>
                <tr>
                  <th scope="col">{t('dimension.name')}</th>
                  <th scope="col" className="weight-slide">
                    {t('dimension.weight')}
                  </th>
                  <th scope="col">
                    <span className="sr">{t('dimension.weight')}</span>
                  </th>
                  <th scope="col">{t('model.need')}</th>
                  <th scope="col" className="right">
                    {t('model.anchors')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {model.dimensions.map((dimension, at) =>
                  dimension.culture ? null : (
                    <WeightRow
                      key={dimension.code}
                      dimension={dimension}
                      was={old.dimensions.find(({ code }) => code === dimension.code)}
                      edit={edit}
                      onChange={(next) => put({ dimensions: replaced(model.dimensions, at, next) })}
                    />
                  ),
                )}
              </tbody>
            </table>
          </div>
        </section>
        <section className="section">
          <h2 className="sec-h">{t('model.threshold')}</h2>
          <div className="threshold">
            <span className="mid" aria-hidden="true">
              {t('model.line')}
            </span>
            <input
              type="range"
              min={0}
              max={scaleMost[words.scale]}
              step={typedOn(1, words.scale)}
              aria-label={t('model.line')}
              value={typedOn(model.threshold, words.scale)}
              disabled={!edit}
              onChange={(event) =>
                put({ threshold: storedFrom(Number(event.target.value), words.scale) })
              }
            />
            {old.threshold === model.threshold ? null : (
              <s className="num faint">{words.score(old.threshold)}</s>
            )}
            <NumberInput
              labelHidden
              label={t('model.line')}
              value={typedOn(model.threshold, words.scale)}
              min={0}
              max={scaleMost[words.scale]}
              step={typedOn(1, words.scale)}
              disabled={!edit}
              onChange={(line) => put({ threshold: storedFrom(line, words.scale) })}
            />
          </div>
          <GreyZone
            value={model.greyZone ?? 0}
            before={old.greyZone ?? 0}
            edit={edit}
            onChange={(greyZone) => put({ greyZone })}
          />
          <p className="muted t13">{t('model.thresholdMore')}</p>
        </section>
        <Weightless />
        <CulturePart draft={draft} edit={edit} />
        <PotentialPart draft={draft} edit={edit} />
        <section className="section">
          <h2 className="sec-h">{t('model.checks')}</h2>
          <ul className="checks">
            <li>
              <StateWord of={sum === 100 ? 'pass' : 'warn'}>
                {t(sum === 100 ? 'model.sumRight' : 'model.sumWrong', { n: sum })}
              </StateWord>
              {sum !== 100 && edit ? (
                <Button
                  size="small"
                  onPress={() => put({ dimensions: balanced(model.dimensions) })}
                >
                  {t('model.balance')}
                </Button>
              ) : null}
            </li>
            {silent.map((dimension) => (
              <li key={dimension.code}>
                <StateWord of="warn">
                  {t('model.notAsked', { name: textIn(dimension.name) })}
                </StateWord>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {edit ? <Simulator positionId={positionId} model={model} before={old} /> : null}
    </div>
  );
}
