import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Company, StaffLanguage } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { ExampleMark } from '../staff-shell/example-mark';
import { MaskChoice } from '../staff-mask/mask-choice';
import { ScaleChoice } from '../staff-reading/scale-choice';
import { useMay } from '../staff-shell/use-me';
import { Choice } from './choice';
import { DataRetention } from './data-retention';
import { DeliveryWeights } from './delivery-weights';
import { Digest } from './digest';
import { Logo } from './logo';

/** Days a recording may be kept (contract). */
const KEEP = { least: 7, most: 1095 } as const;

/** Each language in its own words. */
const LANGUAGES: { value: StaffLanguage; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

function Form({ company }: { company: Company }) {
  const { t } = useTranslation('staff');
  const edit = useMay()('company.edit');
  const say = useToast();
  const [name, setName] = useState(company.name);
  const [days, setDays] = useState(String(company.keepDays));
  const [browser, setBrowser] = useState(company.browserRecognition);
  const [staffLanguage, setLanguage] = useState(company.staffLanguage);
  const [candidateReport, setReport] = useState(company.candidateReport);
  const [scorecardFirst, setFirst] = useState(company.scorecardFirst);
  const [publishApproval, setSecond] = useState(company.publishApproval);
  const [europeanRules, setEurope] = useState(company.europeanRules);
  const [masking, setMasking] = useState(company.masking);
  const [scoreScale, setScale] = useState(company.scoreScale);
  const save = useAct(routes.changeCompany, {
    refresh: [routes.company, routes.me, routes.deliveryWeights],
    onSuccess: () => say(t('ui:saved')),
  });
  const keepDays = Number(days);
  const daysRight = Number.isInteger(keepDays) && keepDays >= KEEP.least && keepDays <= KEEP.most;
  const changed =
    name.trim() !== company.name ||
    keepDays !== company.keepDays ||
    browser !== company.browserRecognition ||
    staffLanguage !== company.staffLanguage ||
    masking !== company.masking ||
    scoreScale !== company.scoreScale ||
    candidateReport !== company.candidateReport ||
    scorecardFirst !== company.scorecardFirst ||
    publishApproval !== company.publishApproval ||
    europeanRules !== company.europeanRules;
  return (
    <section className="narrow">
      <h2 className="sec-h">
        {t('admin.company')}
        <ExampleMark on={company.example} />
      </h2>
      <div className="form-stack">
        <TextField
          label={t('company.name')}
          value={name}
          maxLength={60}
          disabled={!edit}
          onChange={setName}
        />
        <TextField
          label={t('company.keepDays')}
          type="number"
          inputMode="numeric"
          hint={t('company.keepDaysHint')}
          error={daysRight ? undefined : t('company.keepDaysWrong', KEEP)}
          value={days}
          disabled={!edit}
          onChange={setDays}
        />
        <Choice
          label={t('company.staffLanguage')}
          value={staffLanguage}
          options={LANGUAGES}
          disabled={!edit}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh')}
        />
        <ScaleChoice
          label={t('reading:scale.label')}
          hint={t('reading:scale.hint')}
          value={scoreScale}
          disabled={!edit}
          onChange={setScale}
        />
        <MaskChoice value={masking} disabled={!edit} onChange={setMasking} />
        <ul className="switch-rows">
          <SwitchRow
            label={t('company.browser')}
            checked={browser}
            onChange={setBrowser}
            {...(edit ? {} : { instead: t(browser ? 'plan.face.on' : 'plan.face.off') })}
          >
            {t('company.browserMore')}
          </SwitchRow>
          <SwitchRow
            label={t('company.report')}
            checked={candidateReport}
            onChange={setReport}
            {...(edit ? {} : { instead: t(candidateReport ? 'plan.face.on' : 'plan.face.off') })}
          >
            {t('company.reportMore')}
          </SwitchRow>
          <SwitchRow
            label={t('company.first')}
            checked={scorecardFirst}
            onChange={setFirst}
            {...(edit ? {} : { instead: t(scorecardFirst ? 'plan.face.on' : 'plan.face.off') })}
          >
            {t('company.firstMore')}
          </SwitchRow>
          <SwitchRow
            label={t('company.second')}
            checked={publishApproval}
            onChange={setSecond}
            {...(edit ? {} : { instead: t(publishApproval ? 'plan.face.on' : 'plan.face.off') })}
          >
            {t('company.secondMore')}
          </SwitchRow>
          <SwitchRow
            label={t('company.europe')}
            checked={europeanRules}
            onChange={setEurope}
            {...(edit ? {} : { instead: t(europeanRules ? 'plan.face.on' : 'plan.face.off') })}
          >
            {t('company.europeMore')}
          </SwitchRow>
        </ul>
        {save.error ? (
          <p className="fault" role="alert">
            {messageOf(save.error)}
          </p>
        ) : null}
        {edit ? (
          <p>
            <Button
              look="primary"
              disabled={!changed || !daysRight || name.trim() === ''}
              busy={save.isPending ? t('saving') : undefined}
              onPress={() =>
                save.mutate({
                  ...{ name: name.trim(), staffLanguage, masking, scoreScale },
                  // Only a change of the days is a decision about them.
                  ...(keepDays === company.keepDays ? {} : { keepDays }),
                  ...{ browserRecognition: browser, candidateReport, scorecardFirst },
                  ...{ publishApproval, europeanRules },
                })
              }
            >
              {t('ui:save')}
            </Button>
          </p>
        ) : (
          <p className="cap">{t('company.readOnly')}</p>
        )}
      </div>
    </section>
  );
}

/** Name, how long recordings are kept, its logo, and when the digest goes out. */
export function CompanyPart() {
  const company = useRoute(routes.company, {});
  return (
    <>
      <Awaited query={company}>
        {(data) => (
          <>
            <Form
              key={`${data.id}${data.name}${data.keepDays}${data.browserRecognition}${data.staffLanguage}${data.masking}${data.scoreScale}${data.candidateReport}${data.scorecardFirst}${data.publishApproval}${data.europeanRules}`}
              company={data}
            />
            <Logo company={data} />
          </>
        )}
      </Awaited>
      <DataRetention />
      <Digest />
      <DeliveryWeights />
    </>
  );
}
