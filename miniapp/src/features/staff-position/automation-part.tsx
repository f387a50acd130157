import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Automation } from '@zhiyu/contracts/position';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useWords } from '../staff-shell/use-words';
import { European, useEuropean } from './european';
import type { Draft } from './use-draft';
import './studio.scss';
import './words';

interface StepProps {
  name: 'invite' | 'pass';
  label: string;
  more: string;
  on: boolean;
  edit: boolean;
  ground: string;
  onSwitch: (on: boolean) => void;
  onGround: (text: string) => void;
}

/** A step that the machine may take by itself: what it does, and on what ground in the company's words. */
function Step({ name, label, more, on, edit, ground, onSwitch, onGround }: StepProps) {
  const { t } = useTranslation('studio');
  return (
    <SwitchRow
      label={label}
      checked={on}
      onChange={onSwitch}
      {...(edit ? {} : { instead: t(on ? 'staff:automation.on' : 'staff:automation.off') })}
    >
      {more}
      {on ? (
        <div className="step-ground">
          <TextField
            label={t('ground.label')}
            hint={t(`ground.${name}Law`)}
            rows={2}
            maxLength={1000}
            value={ground}
            disabled={!edit}
            onChange={onGround}
          />
          {edit && ground.trim() === '' ? (
            <Button size="small" look="plain" onPress={() => onGround(t(`ground.${name}Usual`))}>
              {t('ground.take')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </SwitchRow>
  );
}

function Always({ children }: { children: ReactNode }) {
  return <li className="always">{children}</li>;
}

/** What no setting changes: said here, so that nobody looks for a switch. */
function AlwaysPeople() {
  const { t } = useTranslation('studio');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('always.title')}
        <span className="cap">{t('always.lead')}</span>
      </h2>
      <ul className="always-list">
        {(['crossing', 'explain', 'promise', 'erase'] as const).map((one) => (
          <Always key={one}>
            <b>{t(`always.${one}`)}</b>
            <span className="t13 muted">{t(`always.${one}More`)}</span>
          </Always>
        ))}
      </ul>
    </section>
  );
}

/** Which steps go by themselves and on what ground. A rejection without a person needs its ground in words. */
export function AutomationPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('studio');
  const words = useWords();
  const european = useEuropean(draft).on;
  const { automation, model } = draft.content;
  const { rejectBelowThreshold: reject, grounds = {} } = automation;
  const put = (part: Partial<Automation>) =>
    draft.change({ automation: { ...automation, ...part } });
  const putGround = (part: NonNullable<Automation['grounds']>) =>
    put({ grounds: { ...grounds, ...part } });
  const instead = (on: boolean) =>
    edit ? {} : { instead: t(on ? 'staff:automation.on' : 'staff:automation.off') };
  const generated = automation.approveGenerated ?? true;
  const groundless = !european && reject.on && reject.lawfulGround.trim().length < 4;
  return (
    <>
      <section className="section">
        <h2 className="sec-h">
          {t('staff:automation.title')}
          <span className="cap">{t('ground.lead')}</span>
        </h2>
        <ul className="switch-rows automation">
          <Step
            name="invite"
            label={t('staff:automation.invite')}
            more={t('staff:automation.inviteMore')}
            on={automation.inviteOnScreeningPass}
            edit={edit}
            ground={grounds.invite ?? ''}
            onSwitch={(inviteOnScreeningPass) => put({ inviteOnScreeningPass })}
            onGround={(invite) => putGround({ invite })}
          />
          <Step
            name="pass"
            label={t('staff:automation.pass')}
            more={t('staff:automation.passMore', { line: words.score(model.threshold) })}
            on={automation.passOnThreshold}
            edit={edit}
            ground={grounds.pass ?? ''}
            onSwitch={(passOnThreshold) => put({ passOnThreshold })}
            onGround={(pass) => putGround({ pass })}
          />
          <SwitchRow
            label={t('staff:automation.approveGenerated')}
            checked={generated}
            onChange={(approveGenerated) => put({ approveGenerated })}
            {...instead(generated)}
          >
            {t('staff:automation.approveGeneratedMore')}
          </SwitchRow>
          <SwitchRow
            label={t('staff:automation.reject')}
            checked={reject.on && !european}
            onChange={(on) => put({ rejectBelowThreshold: { ...reject, on } })}
            {...(european ? { instead: t('europe.off') } : instead(reject.on))}
          >
            {t('staff:automation.rejectMore')}
            <p className="t13 muted">{t('ground.rejectLaw')}</p>
            {groundless ? <StateWord of="warn">{t('ground.rejectMissing')}</StateWord> : null}
          </SwitchRow>
        </ul>
        {reject.on || reject.lawfulGround !== '' ? (
          <div className="section">
            <TextField
              label={t('staff:automation.ground')}
              hint={t('staff:automation.groundHint')}
              rows={3}
              maxLength={1000}
              value={reject.lawfulGround}
              disabled={!edit}
              onChange={(lawfulGround) =>
                put({ rejectBelowThreshold: { ...reject, lawfulGround } })
              }
            />
          </div>
        ) : null}
      </section>
      <European draft={draft} edit={edit} />
      <AlwaysPeople />
    </>
  );
}
