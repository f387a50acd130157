import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResumeAssessment, SkillMatch } from '@zhiyu/contracts/resume-assessment';
import { pointGroups, pointsOf, type ResumePoint } from '@zhiyu/contracts/resume-points';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { lineOf, Point, type Where } from './resume-point';
import './resume-check.scss';

type GroupName = (typeof pointGroups)[number];

const meaningOf: Record<GroupName, Meaning> = {
  strengths: 'pass',
  gaps: 'hold',
  risks: 'warn',
  asks: 'unknown',
};

/** Read at a glance; the rest opens, but for one more, which is as short as saying so. */
const atFirst = 3;

interface GroupProps extends Where {
  name: GroupName;
  points: readonly ResumePoint[];
  /** Under the title. */
  note: ReactNode;
}

function Group({ name, points, note, ...where }: GroupProps) {
  const { t } = useTranslation('staff');
  const rows = (some: readonly ResumePoint[]) => (
    <ul>
      {some.map((point, at) => (
        <Point
          key={`${point.of} ${String(lineOf(point))} ${String(at)}`}
          point={point}
          {...where}
        />
      ))}
    </ul>
  );
  const shown = points.length > atFirst + 1 ? atFirst : points.length;
  const rest = points.slice(shown);
  return (
    <section className="resume-points">
      <h3>
        <StateWord of={meaningOf[name]}>{t(`assessed:check.group.${name}`)}</StateWord>
        <span className="num muted">{points.length}</span>
      </h3>
      {note === null ? null : <p className="cap">{note}</p>}
      {rows(points.slice(0, shown))}
      {rest.length === 0 ? null : (
        <details>
          <summary className="t13">{t('assessed:check.rest', { count: rest.length })}</summary>
          {rows(rest)}
        </details>
      )}
    </section>
  );
}

/** How many of the skills and trades the position asks for the résumé shows. */
function Matched({ skills }: { skills: readonly SkillMatch[] }) {
  const { t } = useTranslation('staff');
  const asked = skills.filter(({ of = 'skill' }) => of === 'skill' || of === 'trade');
  const count = (standing: SkillMatch['standing']) =>
    asked.filter((one) => one.standing === standing).length;
  return asked.length === 0 ? null : (
    <p className="t13 num resume-matched">
      {t('assessed:check.matched', {
        met: count('met'),
        partly: count('partly'),
        unknown: count('unknown'),
      })}
    </p>
  );
}

interface PartsProps extends Where {
  data: ResumeAssessment;
  asked: ReadonlySet<number>;
}

function Parts({ data, asked, ...where }: PartsProps) {
  const { t } = useTranslation('staff');
  const { claims, skills, notes } = data;
  if (claims.length + skills.length + notes.length === 0) {
    return <p className="t13 muted">{t('assessed:check.none')}</p>;
  }
  const points = pointsOf(data);
  const open = points.asks.filter((point) => !asked.has(lineOf(point) ?? 0));
  const inQuestions = points.asks.length - open.length;
  const missing = skills.some(({ standing }) => standing === 'unknown');
  const notesOf: Record<GroupName, string> = {
    strengths: '',
    gaps: missing ? t('assessed:check.unknownMore') : '',
    risks: notes.length > 0 ? t('assessed:check.riskMore') : '',
    asks: inQuestions > 0 ? t('assessed:check.inQuestions', { count: inQuestions }) : '',
  };
  return (
    <>
      <Matched skills={skills} />
      {pointGroups.map((name) => {
        const shown = name === 'asks' ? open : points[name];
        const empty = points[name].length === 0 ? t(`assessed:check.empty.${name}`) : null;
        return (
          <Group
            key={name}
            name={name}
            points={shown}
            note={empty ?? (notesOf[name] === '' ? null : notesOf[name])}
            {...where}
          />
        );
      })}
    </>
  );
}

interface Props extends Where {
  /** Lines that a question stands under it for: they are not listed twice. */
  asked?: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** The résumé beside the position, as it is read: strengths, gaps, risks, what to ask; each with its line. */
export function ResumeCheck({ asked = none, ...where }: Props) {
  const { t } = useTranslation('staff');
  const check = useRoute(routes.resumeAssessment, { id: where.applicationId });
  return (
    <section className="section resume-check">
      <h2 className="sec-h">
        {t('assessed:check.title')}
        <span className="cap">{t('assessed:check.note')}</span>
      </h2>
      <Awaited query={check}>{(data) => <Parts data={data} asked={asked} {...where} />}</Awaited>
    </section>
  );
}
