import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '@zhiyu/contracts/card';
import type { Today } from '@zhiyu/contracts/today';
import { Glyph } from '../../components/glyph';
import { timeText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { useOpenCards } from './open-cards';
import './words';

function Lines({ title, cap, children }: { title: string; cap?: string; children: ReactNode }) {
  return (
    <section className="section day">
      <h2 className="sec-h">
        {title}
        {cap === undefined ? null : <span className="cap num">{cap}</span>}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface LineProps {
  left: string;
  name: string;
  more: string;
  right: string;
  applicationId: string;
}

function Line({ left, name, more, right, applicationId }: LineProps) {
  return (
    <li>
      <a href={hrefOf('file', { id: applicationId })}>
        <span className="num day-left">{left}</span>
        <span className="day-who">
          <b>{name}</b> <span className="muted">{more}</span>
        </span>
        <span className="num muted day-right">{right}</span>
      </a>
    </li>
  );
}

function More({ shown, all }: { shown: number; all: number }) {
  const { t } = useTranslation('today');
  return all > shown ? <li className="cap day-more">{t('more', { n: all - shown })}</li> : null;
}

/** What is wrong, each with the page where something can be done about it. */
export function Alerts({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation('today');
  if (cards.length === 0) {
    return null;
  }
  return (
    <section className="section day">
      <h2 className="sec-h">{t('alerts.title')}</h2>
      <ul>
        {cards.map((card) => {
          const text = card.blocks.find((block) => block.type === 'text');
          const href = card.buttons.find((button) => button.href !== undefined)?.href;
          return (
            <li key={card.id} className="day-alert">
              <Glyph of="warn" />
              <span className="grow">
                <b className="mid">{card.title}</b>
                <span className="muted">{text?.text}</span>
              </span>
              <a className="btn small touch" href={hrefOfCard(href)}>
                {t('alerts.open')}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Buttons of cards name pages by their hash path; a card without one is opened in the inbox. */
function hrefOfCard(href: string | undefined): string {
  return href === undefined ? hrefOf('chat') : href.startsWith('/pages/') ? `#${href}` : href;
}

/** Cards that wait for a reader who has no list of candidates. */
export function Asks({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation('today');
  return (
    <section className="section day">
      <h2 className="sec-h">
        {t('cards.title')}
        <span className="cap">{t('cards.more')}</span>
      </h2>
      {cards.length === 0 ? <p className="muted">{t('cards.none')}</p> : null}
      <ul>
        {cards.map((card) => (
          <li key={card.id} className="day-alert">
            <span className="grow">
              <b className="mid">{card.title}</b>
              <span className="muted">{card.eyebrow}</span>
            </span>
            <a className="btn small touch" href={hrefOf('chat')}>
              {t('alerts.open')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Running({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const words = useWords();
  const { running, runningCount } = today;
  return running.length === 0 ? null : (
    <Lines title={t('running.title')} cap={t('running.count', { count: runningCount })}>
      {running.map((one) => (
        <Line
          key={one.interviewId}
          applicationId={one.applicationId}
          left={
            one.paused
              ? t('running.paused')
              : t('running.at', {
                  n: Math.min(one.answered + 1, Math.max(1, one.questions)),
                  of: one.questions,
                })
          }
          name={one.candidateName}
          more={one.positionName}
          right={t('running.since', { span: words.since(one.startedAt) })}
        />
      ))}
      <More shown={running.length} all={runningCount} />
    </Lines>
  );
}

function Meetings({ meetings }: Pick<Today, 'meetings'>) {
  const { t } = useTranslation('today');
  return meetings.length === 0 ? null : (
    <Lines title={t('meetings.title')}>
      {meetings.map((one) => (
        <Line
          key={one.interviewId}
          applicationId={one.applicationId}
          left={timeText(one.startsAt)}
          name={one.candidateName}
          more={one.positionName}
          right={t('meetings.with', one)}
        />
      ))}
    </Lines>
  );
}

function Ending({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const words = useWords();
  const { ending, endingCount } = today;
  return ending.length === 0 ? null : (
    <Lines title={t('ending.title')} cap={t('ending.more')}>
      {ending.map((one) => (
        <Line
          key={one.interviewId}
          applicationId={one.applicationId}
          left=""
          name={one.candidateName}
          more={one.positionName}
          right={t('ending.at', { at: words.moment(one.deadline) })}
        />
      ))}
      <More shown={ending.length} all={endingCount} />
    </Lines>
  );
}

/** Alerts and the interviews of this day; on a good day it says that there are none. */
export function Day({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const { alerts } = useOpenCards();
  const quiet =
    today.running.length + today.meetings.length + today.ending.length + alerts.length === 0;
  return (
    <>
      <Alerts cards={alerts} />
      <Running today={today} />
      <Meetings meetings={today.meetings} />
      <Ending today={today} />
      {quiet ? <p className="muted section day-quiet">{t('quiet')}</p> : null}
    </>
  );
}
