import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { Glyph, StateWord } from '../../components/glyph';
import { Icon } from '../../components/icon';
import { Empty } from '../../components/state';
import { useWords } from '../staff-shell/use-words';
import { doubtful, groupsOf, SURE, type ReadField, type ReadGroup } from './resume.shared';
import { ResumeCheck } from './resume-check';
import { ResumeQuestions } from './resume-questions';
import { ResumeText } from './resume-text';

interface FieldProps {
  field: ReadField;
  on: boolean;
  corrected: string | undefined;
  onLook: (field: ReadField) => void;
}

function FieldRow({ field, on, corrected, onLook }: FieldProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const label = t(`resume.field.${field.label}`);
  const value = field.label === 'degree' ? t(`degree.${field.value}`) : field.value;
  return (
    <div className={on ? 'on' : ''} onMouseEnter={() => onLook(field)}>
      <dt>{label}</dt>
      <dd>
        {field.value === 'now' ? t('resume.now') : value}
        {corrected === undefined || corrected === '' || corrected === field.value ? null : (
          <small className="corrected">{t('resume.corrected', { value: corrected })}</small>
        )}
      </dd>
      <dd className="at">
        {field.span === null ? null : (
          <button type="button" className="link num" onClick={() => onLook(field)}>
            {t('resume.line', { n: field.span.line })}
          </button>
        )}
      </dd>
      <dd className="c num">
        {field.confidence < SURE ? (
          <StateWord of="hold">
            {t('resume.check', { share: words.percent(field.confidence) })}
          </StateWord>
        ) : (
          words.percent(field.confidence)
        )}
      </dd>
    </div>
  );
}

function Group({
  group,
  focus,
  corrected,
  onLook,
}: {
  group: ReadGroup;
  focus: ReadField | null;
  corrected: Record<string, string>;
  onLook: (field: ReadField) => void;
}) {
  const { t } = useTranslation('staff');
  const whole = corrected[group.name];
  return (
    <section>
      <h3>
        {t(`resume.group.${group.name}`)}
        {group.number === null ? null : ` ${group.number}`}
      </h3>
      <dl>
        {group.fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            on={focus?.key === field.key}
            corrected={group.name === 'contact' ? corrected[field.label] : undefined}
            onLook={onLook}
          />
        ))}
      </dl>
      {whole === undefined || whole === '' || (group.number ?? 1) > 1 ? null : (
        <p className="corrected pre">{t('resume.corrected', { value: whole })}</p>
      )}
    </section>
  );
}

/** The pre-assessment, then the questions made of it; a line that has its question stands there alone. */
function Assessed(where: { applicationId: string; onLine: (line: number) => void }) {
  const questions = useRoute(routes.resumeQuestions, { id: where.applicationId });
  const asked = new Set(questions.data?.questions.flatMap(({ line }) => line ?? []));
  return (
    <>
      <ResumeCheck asked={asked} {...where} />
      <ResumeQuestions {...where} />
    </>
  );
}

/** The original beside what was read from it: each field with its line and how sure the reading is. */
export function ResumeTab({
  application,
  startLine,
}: {
  application: ApplicationDetail;
  /** Shown marked from the beginning; null: none. */
  startLine: number | null;
}) {
  const { t } = useTranslation('staff');
  const [focus, setFocus] = useState<ReadField | null>(null);
  const [line, setLine] = useState(startLine);
  const { resume } = application;
  if (resume === null) {
    return <Empty title={t('resume.none')}>{t('resume.noneMore')}</Empty>;
  }
  const { parsed } = resume;
  const typed = resume.fileName === '';
  const groups = groupsOf(parsed);
  const count = groups.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <div className="resume resume-beside">
      <section className="fl">
        <Assessed applicationId={application.id} onLine={setLine} />
      </section>
      <section className="resume-left">
        <div className="resume-bar">
          <span className="clip t13 muted">
            {typed
              ? t('file:resumePart.typed')
              : t('resume.file', { name: resume.fileName, count: parsed.pages })}
          </span>
          {typed ? null : (
            <a
              className="btn small"
              href={`${rawPaths.resumeFile}/${resume.id}`}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="file" size="s" />
              {t('resume.original')}
            </a>
          )}
        </div>
        <ResumeText text={parsed.text} span={focus?.span ?? null} line={line} />
      </section>
      <section className="fl">
        <p className="t13 muted resume-count">
          {t('resume.read', { count })}
          {doubtful(groups) > 0
            ? `${t('comma')}${t('resume.doubtful', { n: doubtful(groups) })}`
            : ''}
        </p>
        {groups.map((group) => (
          <Group
            key={`${group.name}${group.number ?? ''}`}
            group={group}
            focus={focus}
            corrected={resume.corrected}
            onLook={(field) => {
              setLine(null);
              setFocus(field);
            }}
          />
        ))}
        {parsed.warnings.map((warning) => (
          <p key={warning} className="t13 resume-note">
            <span className="state hold">
              <Glyph of="hold" />
            </span>
            {warning}
          </p>
        ))}
        {parsed.hiddenText.length === 0 ? null : (
          <div className="resume-hidden">
            <StateWord of="warn">
              {t('resume.hidden', { count: parsed.hiddenText.length })}
            </StateWord>
            {parsed.hiddenText.map(({ value }) => (
              <p key={value}>{t('resume.hiddenQuote', { value })}</p>
            ))}
            <p className="cap">{t('resume.hiddenMore')}</p>
          </div>
        )}
      </section>
    </div>
  );
}
