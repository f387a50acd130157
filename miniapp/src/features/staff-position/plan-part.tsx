import { useTranslation } from 'react-i18next';
import { usualFollowUps } from '@zhiyu/contracts/plan-defaults';
import type { InterviewPlan, PositionDetail } from '@zhiyu/contracts/position';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { textIn } from '../../locales';
import { PlanTests } from '../staff-written-tests/plan-tests';
import { AllowancesPart } from './allowances';
import { Coverage } from './coverage';
import { JdCoverage, QuestionFacts } from './plan-facts';
import { NumberInput } from './fields';
import { useEuropean } from './european';
import { groundless, minutesOf, moved } from './position.shared';
import { TiedPart } from './tied';
import type { Draft } from './use-draft';

/** The most questions of one interview. */
const MOST = 12;

function Order({ draft, edit, detail }: { draft: Draft; edit: boolean; detail: PositionDetail }) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  const { questionCodes } = content.plan;
  const put = (codes: string[]) =>
    draft.change({ plan: { ...content.plan, questionCodes: codes } });
  const asked = questionCodes.flatMap((code) => {
    const question = content.questions.find((one) => one.code === code);
    return question ? [question] : [];
  });
  const rest = content.questions.filter(({ code }) => !questionCodes.includes(code));
  return (
    <>
      <ol className="plan-list">
        {asked.map((question, at) => (
          <li key={question.code}>
            <span className="num faint">{at + 1}</span>
            <div className="grow">
              {textIn(question.text)}
              {detail.retiredQuestions.includes(question.code) ? (
                <StateWord of="warn">{t('plan.retired')}</StateWord>
              ) : null}
              <QuestionFacts question={question} content={content} positionId={detail.id} />
            </div>
            {edit ? (
              <span className="row">
                <Button
                  look="plain"
                  size="small"
                  disabled={at === 0}
                  onPress={() => put(moved(questionCodes, at, -1))}
                >
                  {t('plan.up')}
                </Button>
                <Button
                  look="plain"
                  size="small"
                  disabled={at === asked.length - 1}
                  onPress={() => put(moved(questionCodes, at, 1))}
                >
                  {t('plan.down')}
                </Button>
                <Button
                  look="plain"
                  size="small"
                  disabled={asked.length === 1}
                  onPress={() => put(questionCodes.filter((code) => code !== question.code))}
                >
                  {t('plan.out')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {edit && rest.length > 0 && asked.length < MOST ? (
        <ul className="plan-list plan-rest">
          {rest.map((question) => (
            <li key={question.code}>
              <span className="grow muted">{textIn(question.text)}</span>
              <Button size="small" onPress={() => put([...questionCodes, question.code])}>
                {t('plan.in')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Off unless the position needs it, and only with its ground in words. */
function FaceObservation({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('staff');
  const { plan } = draft.content;
  const face = plan.faceObservation ?? { on: false, lawfulGround: '' };
  const put = (part: Partial<typeof face>) =>
    draft.change({ plan: { ...plan, faceObservation: { ...face, ...part } } });
  const missing = groundless(face);
  const european = useEuropean(draft).on;
  return (
    <section className="section">
      <h2 className="sec-h">{t('plan.face.title')}</h2>
      <ul className="switch-rows automation">
        <SwitchRow
          label={t('plan.face.label')}
          checked={face.on && !european}
          onChange={(on) => put({ on })}
          {...(european
            ? { instead: t('studio:europe.off') }
            : edit
              ? {}
              : { instead: t(face.on ? 'plan.face.on' : 'plan.face.off') })}
        >
          {t('plan.face.more')}
        </SwitchRow>
      </ul>
      {face.on && !european ? (
        <TextField
          label={t('plan.face.ground')}
          hint={t('plan.face.groundHint')}
          error={missing ? t('plan.face.groundMissing') : undefined}
          rows={3}
          maxLength={1000}
          value={face.lawfulGround}
          disabled={!edit}
          onChange={(lawfulGround) => put({ lawfulGround })}
        />
      ) : null}
    </section>
  );
}

/** Which questions in which order, how often again, until when, and what is promised. */
export function PlanPart({
  draft,
  edit,
  detail,
}: {
  draft: Draft;
  edit: boolean;
  detail: PositionDetail;
}) {
  const { t } = useTranslation('staff');
  const { plan } = draft.content;
  const put = (part: Partial<InterviewPlan>) => draft.change({ plan: { ...plan, ...part } });
  const number = (
    name: 'reRecordings' | 'openDays' | 'answerHours' | 'followUps',
    min: number,
    max: number,
  ) => (
    <NumberInput
      label={t(`plan.${name}`)}
      value={plan[name] ?? usualFollowUps}
      min={min}
      max={max}
      unit={t(`plan.unit.${name}`)}
      disabled={!edit}
      onChange={(n) => put({ [name]: Math.round(n) })}
    />
  );
  return (
    <>
      <section className="section">
        <h2 className="sec-h">
          {t('plan.questions')}
          <span className="cap num">
            {t('plan.length', {
              count: plan.questionCodes.length,
              minutes: minutesOf(draft.content),
            })}
          </span>
        </h2>
        <Coverage content={draft.content} />
        <Order draft={draft} edit={edit} detail={detail} />
      </section>
      {edit ? <JdCoverage content={draft.content} /> : null}
      <TiedPart draft={draft} edit={edit} />
      <section className="section">
        <h2 className="sec-h">{t('plan.limits')}</h2>
        <div className="form-grid">
          {number('reRecordings', 0, 5)}
          {number('openDays', 1, 30)}
          {number('answerHours', 1, 240)}
          {number('followUps', 0, 5)}
        </div>
        <p className="cap">{t('plan.followUpsHow')}</p>
      </section>
      <PlanTests
        chosen={plan.writtenTests ?? []}
        edit={edit}
        onChange={(writtenTests) => put({ writtenTests })}
      />
      <AllowancesPart draft={draft} edit={edit} />
      <FaceObservation draft={draft} edit={edit} />
    </>
  );
}
