import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionDetail, Requirement } from '@zhiyu/contracts/position';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Icon } from '../../components/icon';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { newRequirement, replaced, requirementKinds, without } from './position.shared';
import { Guard } from './guard';
import { RulePreview } from './rule-preview';
import { RuleFields } from './rule-fields';
import type { Draft } from './use-draft';

function Approval({ rule, detail }: { rule: Requirement; detail: PositionDetail }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const say = useToast();
  const approve = useAct(routes.approveRule, {
    onSuccess: (next) => {
      queryClient.setQueryData(keyOf(routes.position, { id: detail.id }), next);
      say(t('rule.approved'));
    },
  });
  if (rule.kind !== 'protected') {
    return null;
  }
  const pending = detail.pendingRules.includes(rule.id);
  if (rule.approvedBy !== undefined) {
    return <StateWord of="pass">{t('rule.running')}</StateWord>;
  }
  return (
    <p className="rule-approval">
      <StateWord of="unknown">{t('rule.notRunning')}</StateWord>
      {pending && may('position.approve') ? (
        <Button
          size="small"
          busy={approve.isPending ? t('saving') : undefined}
          onPress={() => approve.mutate({ id: detail.id, ruleId: rule.id })}
        >
          {t('rule.approve')}
        </Button>
      ) : null}
      {approve.error ? (
        <span className="fault" role="alert">
          {messageOf(approve.error)}
        </span>
      ) : null}
    </p>
  );
}

function Rule({
  rule,
  detail,
  edit,
  onChange,
  onRemove,
}: {
  rule: Requirement;
  detail: PositionDetail;
  edit: boolean;
  onChange: (rule: Requirement) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <li>
      <div className="rule-head">
        <b>{t(`rule.kind.${rule.kind}`)}</b>
        {rule.kind === 'protected' ? <Icon name="lock" size="s" /> : null}
        <span className="grow" />
        {edit ? (
          <Button look="plain" size="small" onPress={onRemove}>
            {t('rule.remove')}
          </Button>
        ) : null}
      </div>
      <div className="form-grid">
        <RuleFields rule={rule} onChange={onChange} disabled={!edit} />
      </div>
      <Approval rule={rule} detail={detail} />
    </li>
  );
}

/** Hard requirements; rules on protected facts stand apart and run only with a ground and a second person. */
export function RequirementsPart({
  detail,
  draft,
  edit,
}: {
  detail: PositionDetail;
  draft: Draft;
  edit: boolean;
}) {
  const { t } = useTranslation('staff');
  const [kind, setKind] = useState<Requirement['kind']>('education');
  const { requirements } = draft.content;
  const put = (next: Requirement[]) => draft.change({ requirements: next });
  const group = (isProtected: boolean) =>
    requirements.map((rule, at) =>
      (rule.kind === 'protected') === isProtected ? (
        <Rule
          key={rule.id}
          rule={rule}
          detail={detail}
          edit={edit}
          onChange={(next) => put(replaced(requirements, at, next))}
          onRemove={() => put(without(requirements, at))}
        />
      ) : null,
    );
  const guarded = requirements.some((rule) => rule.kind === 'protected');
  return (
    <>
      <section className="section">
        <h2 className="sec-h">
          {t('rule.title')}
          <span className="cap">{t('rule.lead')}</span>
        </h2>
        {requirements.length === 0 ? <p className="muted">{t('rule.none')}</p> : null}
        <ul className="rule-list">{group(false)}</ul>
      </section>
      {guarded ? (
        <section className="section">
          <h2 className="sec-h">
            {t('rule.protected')}
            <span className="cap">{t('rule.protectedMore')}</span>
          </h2>
          <ul className="rule-list">{group(true)}</ul>
        </section>
      ) : null}
      {edit ? (
        <p className="row section">
          <label>
            <span className="sr">{t('rule.newKind')}</span>
            <select
              className="select"
              value={kind}
              onChange={(event) =>
                setKind(requirementKinds.find((one) => one === event.target.value) ?? 'education')
              }
            >
              {requirementKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`rule.kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <Button onPress={() => put([...requirements, newRequirement(kind, requirements)])}>
            {t('rule.add')}
          </Button>
        </p>
      ) : null}
      <Guard content={draft.content} />
      {edit ? <RulePreview id={detail.id} rules={requirements} /> : null}
    </>
  );
}
