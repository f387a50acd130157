import { useTranslation } from 'react-i18next';
import type { ResumeAssessment, ResumeClaim, SkillMatch } from '@zhiyu/contracts/resume-assessment';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { clockText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import './resume-check.scss';

interface Where {
  applicationId: string;
  /** Marks a line of the text beside it; absent where the résumé is on another page. */
  onLine?: (line: number) => void;
}

/** Of the names that will do so many are said. */
const mostNamed = 4;

const ofSkill: Record<SkillMatch['standing'], Meaning> = {
  met: 'pass',
  partly: 'hold',
  unknown: 'unknown',
};
const ofClaim: Record<ResumeClaim['standing'], Meaning> = {
  verified: 'pass',
  vague: 'unknown',
  probe: 'hold',
};

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

function SkillRow({ skill, ...where }: Where & { skill: SkillMatch }) {
  const { t } = useTranslation('staff');
  const { wanted, found, years, wantedYears, standing, line } = skill;
  const other = found !== null && (wanted.length > 1 || !wanted.includes(found));
  const facts = [
    wantedYears === null ? '' : t('assessed:check.wantedYears', { n: wantedYears }),
    years === null ? '' : t('assessed:check.years', { n: years }),
    other ? t('assessed:check.as', { name: found }) : '',
  ];
  return (
    <li>
      <span className="mid">
        {wanted.slice(0, mostNamed).join(t('assessed:check.or'))}
        {wanted.length > mostNamed ? t('assessed:check.more', { count: wanted.length }) : ''}
      </span>
      <StateWord of={ofSkill[standing]}>{t(`assessed:check.standing.${standing}`)}</StateWord>
      <span className="cap num">{facts.filter(Boolean).join(t('comma'))}</span>
      <LineLink line={line} {...where} />
    </li>
  );
}

function ClaimRow({ claim, ...where }: Where & { claim: ResumeClaim }) {
  const { t } = useTranslation('staff');
  const { by } = claim;
  const second = by?.from === 'answer' && by.seconds !== null ? clockText(by.seconds, true) : '';
  return (
    <li>
      <span className="resume-check-text">{claim.text}</span>
      <StateWord of={ofClaim[claim.standing]}>
        {t(`assessed:check.claim.${claim.standing}`)}
      </StateWord>
      <span className="cap">{t(`assessed:check.ground.${claim.ground}`)}</span>
      <LineLink line={claim.line} {...where} />
      {by?.from === 'answer' ? (
        <span className="cap resume-check-text">
          {[t('assessed:apart.answer', { n: by.questionIndex + 1 }), second]
            .filter(Boolean)
            .join(' ')}
          {` ${t('quote.open')}${by.quote}${t('quote.close')}`}
        </span>
      ) : null}
    </li>
  );
}

function Skills({ skills, ...where }: Where & { skills: SkillMatch[] }) {
  const { t } = useTranslation('staff');
  const count = (standing: SkillMatch['standing']) =>
    skills.filter((one) => one.standing === standing).length;
  return skills.length === 0 ? null : (
    <>
      <h3 className="t13 mid">{t('assessed:check.skills')}</h3>
      <p className="cap num">
        {t('assessed:check.matched', {
          met: count('met'),
          partly: count('partly'),
          unknown: count('unknown'),
        })}
        {count('unknown') > 0 ? ` ${t('assessed:check.unknownMore')}` : ''}
      </p>
      <ul>
        {skills.map((skill) => (
          <SkillRow key={skill.wanted.join()} skill={skill} {...where} />
        ))}
      </ul>
    </>
  );
}

function Parts({ data, ...where }: Where & { data: ResumeAssessment }) {
  const { t } = useTranslation('staff');
  const { claims, skills, notes } = data;
  if (claims.length + skills.length + notes.length === 0) {
    return <p className="t13 muted">{t('assessed:check.none')}</p>;
  }
  return (
    <>
      <Skills skills={skills} {...where} />
      {claims.length === 0 ? null : (
        <>
          <h3 className="t13 mid">{t('assessed:check.claims')}</h3>
          <ul>
            {claims.map((claim) => (
              <ClaimRow key={claim.line} claim={claim} {...where} />
            ))}
          </ul>
        </>
      )}
      {notes.length === 0 ? null : (
        <>
          <h3 className="t13 mid">{t('assessed:check.notes')}</h3>
          <ul>
            {notes.map(({ kind, text, line }) => (
              <li key={kind + text}>
                <span className="resume-check-text">
                  {t(`assessed:check.notesOf.${kind}`, { text })}
                </span>
                <LineLink line={line} {...where} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The résumé beside the position: skills asked for and shown, claims with what bears them out, changes of path. */
export function ResumeCheck(where: Where) {
  const { t } = useTranslation('staff');
  const check = useRoute(routes.resumeAssessment, { id: where.applicationId });
  return (
    <section className="section resume-check">
      <h2 className="sec-h">
        {t('assessed:check.title')}
        <span className="cap">{t('assessed:check.note')}</span>
      </h2>
      <Awaited query={check}>{(data) => <Parts data={data} {...where} />}</Awaited>
    </section>
  );
}
