import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionDetail } from '@zhiyu/contracts/position';
import { roundIn } from '@zhiyu/contracts/round-values';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { AttributeSelect } from './attribute-select';
import { LocalText, NumberInput } from './fields';
import { DepartmentSelect, StaffSelect } from './owner-selects';
import { RoundFields } from './round-fields';
import type { Draft } from './use-draft';

const states = ['draft', 'open', 'closed'] as const;

/** State, headcount, department, owner: take effect at once and are no part of a version. */
function Running({ detail, edit }: { detail: PositionDetail; edit: boolean }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const change = useAct(routes.changePosition, {
    refresh: [routes.listPositions, routes.dashboard],
    onSuccess: (next) => {
      queryClient.setQueryData(keyOf(routes.position, { id: detail.id }), next);
      say(t('ui:saved'));
    },
  });
  const put = (part: Partial<Omit<Parameters<typeof change.mutate>[0], 'id'>>) =>
    change.mutate({ id: detail.id, ...part });
  if (!edit) {
    return (
      <dl className="pairs-list t13">
        <div>
          <dt>{t('position.state')}</dt>
          <dd>{t(`positionState.${detail.state}`)}</dd>
        </div>
        <div>
          <dt>{t('position.headcount')}</dt>
          <dd className="num">{detail.headcount}</dd>
        </div>
        <div>
          <dt>{t('position.department')}</dt>
          <dd>{detail.departmentName ?? t('none')}</dd>
        </div>
        <div>
          <dt>{t('position.owner')}</dt>
          <dd>{detail.ownerName ?? t('none')}</dd>
        </div>
      </dl>
    );
  }
  return (
    <div className="form-grid">
      <label className="field">
        <span>{t('position.state')}</span>
        <select
          className="select"
          value={detail.state}
          onChange={(event) => {
            const state = states.find((one) => one === event.target.value);
            if (state) {
              put({ state });
            }
          }}
        >
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`positionState.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberInput
        label={t('position.headcount')}
        value={detail.headcount}
        min={1}
        max={9999}
        disabled={false}
        onChange={(headcount) => {
          if (Number.isInteger(headcount) && headcount !== detail.headcount) {
            put({ headcount });
          }
        }}
      />
      <DepartmentSelect
        value={detail.departmentId}
        onChange={(departmentId) => put({ departmentId })}
      />
      <StaffSelect
        label={t('position.owner')}
        value={detail.ownerId}
        onChange={(ownerId) => put({ ownerId })}
      />
      {change.error ? (
        <p className="fault" role="alert">
          {messageOf(change.error)}
        </p>
      ) : null}
    </div>
  );
}

/** The job description, and what comes after the AI interview. */
export function AboutPart({
  detail,
  draft,
  edit,
}: {
  detail: PositionDetail;
  draft: Draft;
  edit: boolean;
}) {
  const { t } = useTranslation('staff');
  const { content, change } = draft;
  const next = content.nextRound;
  const off = !edit;
  return (
    <>
      <section className="section">
        <h2 className="sec-h">
          {t('position.running')}
          <span className="cap">{t('position.runningMore')}</span>
        </h2>
        <Running detail={detail} edit={edit} />
      </section>
      <section className="section">
        <h2 className="sec-h">{t('position.description')}</h2>
        <div className="form-grid">
          <LocalText
            label={t('position.name')}
            text={content.name}
            disabled={off}
            onChange={(name) => change({ name })}
          />
          <AttributeSelect
            value={content.attribute}
            disabled={off}
            onChange={(attribute) => change({ attribute })}
          />
          <TextField
            label={t('position.place')}
            value={content.place}
            maxLength={100}
            disabled={off}
            onChange={(place) => change({ place })}
          />
          <TextField
            label={t('position.pay')}
            value={content.pay}
            maxLength={100}
            disabled={off}
            onChange={(pay) => change({ pay })}
          />
        </div>
        <LocalText
          label={t('position.text')}
          text={content.description}
          rows={10}
          disabled={off}
          onChange={(description) => change({ description })}
        />
      </section>
      <section className="section">
        <h2 className="sec-h">
          {t('position.nextRound')}
          <span className="cap">{t('position.nextRoundMore')}</span>
        </h2>
        <RoundFields round={next} off={off} onChange={(nextRound) => change({ nextRound })} />
      </section>
      <section className="section">
        <h2 className="sec-h">
          {t('position.finalRound')}
          <span className="cap">{t('position.finalRoundMore')}</span>
        </h2>
        <RoundFields
          round={roundIn(content, 'final')}
          off={off}
          onChange={(finalRound) => change({ finalRound })}
        />
      </section>
    </>
  );
}
