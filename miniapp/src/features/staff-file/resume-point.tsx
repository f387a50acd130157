import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ResumeClaim, ResumeNote, SkillMatch } from '@zhiyu/contracts/resume-assessment';
import type { ResumePoint, WantedAs } from '@zhiyu/contracts/resume-points';
import { clockText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';

export interface Where {
  applicationId: string;
  /** Marks a line of the text beside it; absent where the résumé is on another page. */
  onLine?: (line: number) => void;
}

/** Of the names that will do so many are said. */
const mostNamed = 4;

/** The line of the résumé that a point stands on; null where nothing was found. */
export function lineOf(point: ResumePoint): number | null {
  switch (point.of) {
    case 'wanted':
      return point.match.line;
    case 'unnamed':
      return null;
    case 'claim':
      return point.claim.line;
    case 'note':
      return point.note.line;
  }
}

function LineLink({ line, applicationId, onLine }: Where & { line: number | null }) {
  const { t } = useTranslation('staff');
  if (line === null) {
    return null;
  }
  const text = t('assessed:check.line', { n: line });
  return onLine ? (
    <button type="button" className="link num" onClick={() => onLine(line)}>
      {text}
    </button>
  ) : (
    <a
      className="link num"
      href={hrefOf('file', { id: applicationId, tab: 'resume', line: String(line) })}
    >
      {text}
    </a>
  );
}

function namesOf(wanted: readonly string[], t: TFunction<'staff'>): string {
  const names = wanted.slice(0, mostNamed).join(t('assessed:check.or'));
  const more = wanted.length > mostNamed;
  return more ? names + t('assessed:check.more', { count: wanted.length }) : names;
}

/** What it is about, by the résumé's word where it has one; work with its years. */
function headOf(match: SkillMatch, as: WantedAs, t: TFunction<'staff'>): string {
  const { of = 'skill', wanted, found, years, wantedYears } = match;
  if (of === 'skill' || of === 'language') {
    return as === 'held' || as === 'listed' ? (found ?? namesOf(wanted, t)) : namesOf(wanted, t);
  }
  const parts = [
    t(`assessed:check.${of}`),
    years === null ? '' : t('assessed:check.years', { n: years }),
    wantedYears === null ? '' : t('assessed:check.wantedYears', { n: wantedYears }),
  ];
  return parts.filter(Boolean).join(t('comma'));
}

function wantedText({ of = 'skill' }: SkillMatch, as: WantedAs, t: TFunction<'staff'>): string {
  return as === 'held' || as === 'missing'
    ? t(`assessed:check.wantedAs.${as}.${of}`)
    : t(`assessed:check.wantedAs.${as}`);
}

/** What was found, what the years are counted from, and what was asked for where the head does not say it. */
function factsOf(match: SkillMatch, as: WantedAs, t: TFunction<'staff'>): string {
  const { of = 'skill', wanted, found, years, yearsFrom = [], undated } = match;
  const head = headOf(match, as, t);
  const names = namesOf(wanted, t);
  const facts = [
    wantedText(match, as, t),
    of === 'skill' && years !== null ? t('assessed:check.years', { n: years }) : '',
    yearsFrom.some((line) => line !== match.line)
      ? t('assessed:check.yearsFrom', {
          count: yearsFrom.length,
          lines: yearsFrom.join(t('assessed:check.lines')),
        })
      : '',
    as === 'short' && undated === true ? t('assessed:check.someUndated') : '',
    found === null || head === found ? '' : t('assessed:check.as', { name: found }),
    names === '' || head === names ? '' : t('assessed:check.anyOf', { names }),
  ];
  return facts.filter(Boolean).join(t('comma'));
}

function Quoted({ text }: { text: string | null }) {
  const { t } = useTranslation('staff');
  return text === null ? null : (
    <span className="cap resume-check-text resume-quote">
      {t('quote.open')}
      {text}
      {t('quote.close')}
    </span>
  );
}

function WantedRow({ match, as, ...where }: Where & { match: SkillMatch; as: WantedAs }) {
  const { t } = useTranslation('staff');
  return (
    <li>
      <span className="mid">{headOf(match, as, t)}</span>
      <LineLink line={match.line} {...where} />
      <span className="t13 resume-check-text num">{factsOf(match, as, t)}</span>
      <Quoted text={match.lineText === match.found ? null : match.lineText} />
    </li>
  );
}

function ClaimRow({ claim, ...where }: Where & { claim: ResumeClaim }) {
  const { t } = useTranslation('staff');
  const { by } = claim;
  const second = by?.from === 'answer' && by.seconds !== null ? clockText(by.seconds, true) : '';
  return (
    <li>
      <span className="resume-point-text">{claim.text}</span>
      <LineLink line={claim.line} {...where} />
      <span className="cap resume-check-text">
        {t(`assessed:check.ground.${claim.ground}`)}
        {by?.from === 'answer'
          ? [
              `${t('comma')}${t('assessed:apart.answer', { n: by.questionIndex + 1 })}`,
              second,
              t('quote.open') + by.quote + t('quote.close'),
            ]
              .filter(Boolean)
              .join(' ')
          : ''}
      </span>
    </li>
  );
}

function NoteRow({ note, ...where }: Where & { note: ResumeNote }) {
  const { t } = useTranslation('staff');
  const { kind, text, line } = note;
  return (
    <li>
      <span className="resume-point-text">{t(`assessed:check.notesOf.${kind}`, { text })}</span>
      <LineLink line={line} {...where} />
    </li>
  );
}

function UnnamedRow({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('staff');
  return (
    <li>
      <span className="mid">{names.join(t('assessed:check.lines'))}</span>
      <span className="t13 resume-check-text">{t('assessed:check.unnamedMore')}</span>
    </li>
  );
}

/** One sentence of the pre-assessment with the line it stands on, or what was looked for and not found. */
export function Point({ point, ...where }: Where & { point: ResumePoint }) {
  switch (point.of) {
    case 'wanted':
      return <WantedRow match={point.match} as={point.as} {...where} />;
    case 'unnamed':
      return <UnnamedRow names={point.names} />;
    case 'claim':
      return <ClaimRow claim={point.claim} {...where} />;
    case 'note':
      return <NoteRow note={point.note} {...where} />;
  }
}
