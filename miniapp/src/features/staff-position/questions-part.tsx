import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { Button } from '../../components/button';
import { textIn } from '../../locales';
import { hrefOf } from '../staff-shell/address.shared';
import { CalibrationLink } from '../staff-calibration/calibration-link';
import { AddCoding, CodingFields } from '../staff-coding/coding-question';
import { Anchors } from './anchors';
import { BankSheet } from './bank-sheet';
import { Coverage } from './coverage';
import { LocalText, NumberInput } from './fields';
import { replaced } from './position.shared';
import { SpokenField } from './spoken';
import type { Draft } from './use-draft';

function nameOf(content: PositionContent, code: string): string {
  const dimension = content.model.dimensions.find((one) => one.code === code);
  return dimension ? textIn(dimension.name) : code;
}

/** In the saved version, and graded by people: programs have their tests. */
function isKept({ saved }: Draft, { code, kind }: Question): boolean {
  return kind !== 'coding' && saved.questions.some((one) => one.code === code);
}

function One({
  question,
  content,
  edit,
  calibrate,
  onChange,
}: {
  question: Question;
  content: PositionContent;
  edit: boolean;
  /** The position, where its saved version asks this question and people can grade the answers. */
  calibrate: string | null;
  onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('staff');
  const off = !edit;
  return (
    <section className="question">
      <p className="cap">
        {t(`questionKind.${question.kind}`)}
        {' · '}
        {question.dimensions.map((code) => nameOf(content, code)).join(t('comma'))}
        {question.bank ? (
          <>
            {' · '}
            <a href={hrefOf('questions', { code: question.bank.code })}>
              {t('bank.from', { n: question.bank.version })}
            </a>
          </>
        ) : null}
      </p>
      <LocalText
        label={t('question.text')}
        rows={3}
        text={question.text}
        disabled={off}
        onChange={(text) => onChange({ ...question, text })}
      />
      <SpokenField question={question} edit={edit} onChange={onChange} />
      {question.hint ? (
        <LocalText
          label={t('question.hint')}
          rows={2}
          text={question.hint}
          disabled={off}
          onChange={(hint) => onChange({ ...question, hint })}
        />
      ) : null}
      <div className="form-grid">
        <NumberInput
          label={t('question.thinking')}
          value={question.thinkingSeconds}
          min={0}
          max={300}
          unit={t('unit.seconds')}
          disabled={off}
          onChange={(n) => onChange({ ...question, thinkingSeconds: Math.round(n) })}
        />
        <NumberInput
          label={t('question.answering')}
          value={question.answerSeconds}
          min={30}
          max={question.kind === 'coding' ? 3600 : 600}
          unit={t('unit.seconds')}
          disabled={off}
          onChange={(n) => onChange({ ...question, answerSeconds: Math.round(n) })}
        />
      </div>
      {calibrate ? (
        <p className="row">
          <CalibrationLink of={{ position: calibrate, code: question.code }} />
        </p>
      ) : null}
      <CodingFields question={question} edit={edit} onChange={onChange} />
      <h2 className="sec-h section">
        {t('question.anchors')}
        <span className="cap">{t('question.anchorsMore')}</span>
      </h2>
      <Anchors
        anchors={question.anchors}
        edit={edit}
        onChange={(anchors) => onChange({ ...question, anchors })}
      />
      <FollowUps question={question} />
      {question.indicators.length === 0 ? null : (
        <h2 className="sec-h section">
          {t('question.indicators')}
          <span className="cap">{t('question.indicatorsMore')}</span>
        </h2>
      )}
      <ul className="indicators">
        {question.indicators.map((indicator) => (
          <li key={indicator.code}>
            <span className="num faint">{t('question.level', { n: indicator.level })}</span>
            <span>{textIn(indicator.text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is asked when a part of the story is missing. */
function FollowUps({ question }: { question: Question }) {
  const { t } = useTranslation('staff');
  const followUps = question.followUps ?? [];
  return followUps.length === 0 ? null : (
    <>
      <h2 className="sec-h section">
        {t('bank.followUps')}
        <span className="cap">{t('bank.followUpsMore')}</span>
      </h2>
      <ul className="bank-parts">
        {followUps.map((one) => (
          <li key={one.part}>
            <span className="tag">{t(`bank.part.${one.part}`)}</span>
            <span>{textIn(one.text)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Questions with their anchors: the list left, the chosen one right. */
export function QuestionsPart({
  draft,
  edit,
  positionId,
}: {
  draft: Draft;
  edit: boolean;
  positionId: string;
}) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  const [code, setCode] = useState(content.questions[0]?.code ?? '');
  const at = content.questions.findIndex((question) => question.code === code);
  const question = content.questions[at];
  const [picking, setPicking] = useState(false);
  const add = (made: Question) => {
    const questionCodes = [...content.plan.questionCodes, made.code];
    draft.change({
      questions: [...content.questions, made],
      plan: { ...content.plan, questionCodes },
    });
    setCode(made.code);
  };
  return (
    <>
      <div className="row">
        {edit ? (
          <Button size="small" onPress={() => setPicking(true)}>
            {t('bank.pickTitle')}
          </Button>
        ) : null}
        <a className="t13 reach" href={hrefOf('questions')}>
          {t('bank.title')}
        </a>
      </div>
      <Coverage content={content} />
      {picking ? <BankSheet draft={draft} onClose={() => setPicking(false)} /> : null}
      <div className="questions">
        <ol className="question-list" aria-label={t('question.list')}>
          {content.questions.map((one, index) => (
            <li key={one.code}>
              <button
                type="button"
                aria-pressed={one.code === code}
                onClick={() => setCode(one.code)}
              >
                <span className="question-title">
                  <span className="num faint">{index + 1}</span> {textIn(one.text)}
                </span>
                <small>
                  {one.dimensions.map((dimension) => nameOf(content, dimension)).join(t('comma'))}
                  {content.plan.questionCodes.includes(one.code) ? '' : t('question.notPlanned')}
                </small>
              </button>
            </li>
          ))}
          {edit ? (
            <li>
              <AddCoding content={content} onAdd={add} />
            </li>
          ) : null}
        </ol>
        {question ? (
          <One
            key={question.code}
            question={question}
            content={content}
            edit={edit}
            calibrate={isKept(draft, question) ? positionId : null}
            onChange={(next) => draft.change({ questions: replaced(content.questions, at, next) })}
          />
        ) : null}
      </div>
    </>
  );
}
