import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { momentText } from '../../components/time';
import './arrange.scss';

const ways = ['later', 'extend', 'needs', 'person'] as const;
type Way = (typeof ways)[number];
/** Who presses one loads them: the first page has none. */
const sheets = {
  later: lazy(async () => ({ default: (await import('./later-sheet')).LaterSheet })),
  extend: lazy(async () => ({ default: (await import('./extend-sheet')).ExtendSheet })),
  needs: lazy(async () => ({ default: (await import('./needs-sheet')).NeedsSheet })),
  person: lazy(async () => ({ default: (await import('./person-sheet')).PersonSheet })),
};

/** What is arranged already and what HR was asked for. */
function Arranged({ interview }: { interview: CandidateInterview }) {
  const { t, i18n } = useTranslation('arrange');
  const { remindAt, extended, accommodations, asked } = interview.arrangements;
  const { contactName: name, serverNow } = interview;
  const time = (at: number) => momentText(at, serverNow, i18n.language);
  const { timeFactor, noCamera, textOnly } = accommodations;
  const has = [
    ...(timeFactor === 1 ? [] : [t(`needs.factor.${timeFactor === 2 ? 'time2' : 'time15'}`)]),
    ...(noCamera ? [t('needs.noCamera')] : []),
    ...(textOnly ? [t('needs.textOnly')] : []),
  ];
  const lines = [
    remindAt !== null && remindAt > serverNow ? t('state.remind', { time: time(remindAt) }) : '',
    extended ? t('state.extended', { time: time(interview.deadline) }) : '',
    has.length > 0 ? t('state.has', { what: has.join(t('state.and')) }) : '',
    asked.extendDays === null ? '' : t('state.askedDays', { name, count: asked.extendDays }),
    asked.accommodations.length > 0 ? t('state.askedNeeds', { name }) : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? null : (
    <ul className="arrange-state" aria-live="polite">
      {lines.map((line) => (
        <li key={line}>
          <Icon name="tick" size="xs" />
          {line}
        </li>
      ))}
    </ul>
  );
}

/** Later, longer, otherwise, with a person: ways that cost nothing. @param only which; all of them where absent */
export function EntryWays(props: { interview: CandidateInterview; only?: readonly Way[] }) {
  const { interview, only = ways } = props;
  const { t } = useTranslation('arrange');
  const [open, setOpen] = useState<Way | null>(null);
  const Open = open === null ? null : sheets[open];
  return (
    <section className="arrange" aria-labelledby="arrange-title">
      <h2 id="arrange-title" className="t15 bold">
        {t('title')}
      </h2>
      <p className="t13 muted">{t('free')}</p>
      <Arranged interview={interview} />
      <div className="arrange-ways">
        {only.map((way) => (
          <Button key={way} onPress={() => setOpen(way)}>
            {t(`${way}.button`)}
          </Button>
        ))}
      </div>
      {Open === null ? null : (
        <Suspense fallback={null}>
          <Open interview={interview} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}

/** How long it takes, how long it can take, and until when there is time. */
export function Bound({ interview }: { interview: CandidateInterview }) {
  const { t, i18n } = useTranslation('arrange');
  const { minutes, questionCount: count, arrangements, deadline, serverNow } = interview;
  const time = momentText(deadline, serverNow, i18n.language);
  return (
    <p className="arrange-bound">
      {t('bound', { count, minutes, longest: arrangements.longestMinutes, time })}
    </p>
  );
}
