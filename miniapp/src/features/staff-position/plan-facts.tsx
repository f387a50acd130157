import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { DraftLine } from '@zhiyu/contracts/question-drafts';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { textIn } from '../../locales';
import { FigureNote, Figures } from '../staff-items/figures';
import { useFigures, useOwnFigures } from '../staff-items/worked';
import { stateNow } from './drafts.shared';
import './studio.scss';
import './words';

const meaningOf: Record<DraftLine['state'], Meaning> = {
  asked: 'pass',
  open: 'hold',
  uncovered: 'warn',
  screened: 'unknown',
};

/** Under a planned question: how long it takes, what it measures, what it came from, how it has worked. */
export function QuestionFacts({
  question,
  content,
  positionId,
}: {
  question: Question;
  content: PositionContent;
  positionId: string;
}) {
  const { t } = useTranslation('studio');
  const ofBank = useFigures();
  const ofPosition = useOwnFigures(positionId);
  const { thinkingSeconds, answerSeconds, dimensions, origin, bank } = question;
  const names = dimensions.map((code) => {
    const found = content.model.dimensions.find((one) => one.code === code);
    return found ? textIn(found.name) : code;
  });
  const data = (bank ? ofBank : ofPosition).data;
  const figures = data?.items.find(({ code }) => code === (bank?.code ?? question.code));
  return (
    <div className="plan-facts t13 muted">
      <span className="num">
        {t('minutes', {
          n: ((thinkingSeconds + answerSeconds) / 60).toFixed(1),
          answer: answerSeconds,
        })}
      </span>
      <span>{names.join(t('staff:comma'))}</span>
      {origin ? <span>{t('fromLine', { line: origin.line.slice(0, 40) })}</span> : null}
      {figures ? (
        <>
          <span className="num">{t('askedTimes', { n: figures.exposure })}</span>
          <FigureNote figures={figures} />
          <details className="plan-figures">
            <summary>{t('items:title')}</summary>
            <Figures figures={figures} at={data?.at ?? null} rules />
          </details>
        </>
      ) : (
        <span>{t(bank ? 'noFigures' : 'ownQuestion')}</span>
      )}
    </div>
  );
}

/** Which lines of the description and of the rules a planned question covers; what nobody asks about comes first. */
export function JdCoverage({ content }: { content: PositionContent }) {
  const { t } = useTranslation('studio');
  // As it stood when the page was opened: taking a question in or out does not read the description again.
  const [read] = useState(content);
  const view = useRoute(routes.draftQuestions, { content: read });
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('jd.title')}
        <span className="cap">{t('jd.lead')}</span>
      </h2>
      <Awaited query={view}>
        {(data) => {
          const lines = data.lines.map((line) => ({ line, state: stateNow(line, content) }));
          const wanted = lines.filter(({ state }) => state !== 'screened');
          const asked = wanted.filter(({ state }) => state === 'asked').length;
          const open = wanted.filter(({ state }) => state !== 'asked');
          return (
            <>
              <p>
                <StateWord of={open.length === 0 ? 'pass' : 'hold'}>
                  {t('jd.covered', { asked, all: wanted.length })}
                </StateWord>{' '}
                <span className="faint t13">
                  {t('jd.screened', { n: lines.length - wanted.length })}
                </span>
              </p>
              <ul className="jd-lines">
                {open.map(({ line, state }) => (
                  <li key={line.id}>
                    <span>{line.text}</span>
                    <StateWord of={meaningOf[state]}>{t(`staff:drafts.state.${state}`)}</StateWord>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Awaited>
    </section>
  );
}
