import { useTranslation } from 'react-i18next';
import type { Automation } from '@zhiyu/contracts/position';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useWords } from '../staff-shell/use-words';
import type { Draft } from './use-draft';

/** Which steps go by themselves. A rejection without a person needs its ground in words. */
export function AutomationPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { automation, model } = draft.content;
  const { rejectBelowThreshold: reject } = automation;
  const put = (part: Partial<Automation>) =>
    draft.change({ automation: { ...automation, ...part } });
  const instead = (on: boolean) =>
    edit ? {} : { instead: t(on ? 'automation.on' : 'automation.off') };
  return (
    <section className="section">
      <h2 className="sec-h">{t('automation.title')}</h2>
      <ul className="switch-rows automation">
        <SwitchRow
          label={t('automation.invite')}
          checked={automation.inviteOnScreeningPass}
          onChange={(inviteOnScreeningPass) => put({ inviteOnScreeningPass })}
          {...instead(automation.inviteOnScreeningPass)}
        >
          {t('automation.inviteMore')}
        </SwitchRow>
        <SwitchRow
          label={t('automation.pass')}
          checked={automation.passOnThreshold}
          onChange={(passOnThreshold) => put({ passOnThreshold })}
          {...instead(automation.passOnThreshold)}
        >
          {t('automation.passMore', { line: words.score(model.threshold) })}
        </SwitchRow>
        <SwitchRow
          label={t('automation.approveGenerated')}
          checked={automation.approveGenerated ?? true}
          onChange={(approveGenerated) => put({ approveGenerated })}
          {...instead(automation.approveGenerated ?? true)}
        >
          {t('automation.approveGeneratedMore')}
        </SwitchRow>
        <SwitchRow
          label={t('automation.reject')}
          checked={reject.on}
          onChange={(on) => put({ rejectBelowThreshold: { ...reject, on } })}
          {...instead(reject.on)}
        >
          {t('automation.rejectMore')}
        </SwitchRow>
      </ul>
      {reject.on || reject.lawfulGround !== '' ? (
        <div className="section">
          <TextField
            label={t('automation.ground')}
            hint={t('automation.groundHint')}
            rows={3}
            maxLength={1000}
            value={reject.lawfulGround}
            disabled={!edit}
            onChange={(lawfulGround) => put({ rejectBelowThreshold: { ...reject, lawfulGround } })}
          />
        </div>
      ) : null}
    </section>
  );
}
