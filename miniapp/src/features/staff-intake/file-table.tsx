import { useTranslation } from 'react-i18next';
import type { UploadResult } from '@zhiyu/contracts/application';
import { StateWord, type Meaning } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { isArchive, outcomeOf, sizeText, tallyOf, type Handed } from './intake.shared';

const glyphOf: Record<ReturnType<typeof outcomeOf>, Meaning> = {
  waiting: 'unknown',
  sending: 'unknown',
  taken: 'pass',
  look: 'hold',
  suspect: 'hold',
  again: 'hold',
  known: 'hold',
  refused: 'danger',
};

function About({ file }: { file: Handed }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  if (file.result === null) {
    return <>{file.reason}</>;
  }
  const { last } = file.result;
  if (last !== null) {
    return (
      <>
        {t('file:intake.last', {
          at: words.day(last.appliedAt),
          position: last.positionName,
          stage: words.stage(last.stage),
        })}
      </>
    );
  }
  const { rules } = file.result.screening;
  const held = rules.filter(({ outcome }) => outcome === 'held').length;
  return (
    <>
      {t('intake.rules', { held, of: rules.length })}
      {t('comma')}
      {words.stage(file.result.stage)}
    </>
  );
}

/** Where to look: at the two people beside each other, at the last application, at what was read. */
function Look({
  outcome,
  result,
}: {
  outcome: ReturnType<typeof outcomeOf>;
  result: UploadResult;
}) {
  const { t } = useTranslation('staff');
  const { applicationId: id, last } = result;
  const [href, text] =
    outcome === 'suspect'
      ? [hrefOf('file', { id, tab: 'archive' }), t('file:intake.lookBefore')]
      : last !== null
        ? [hrefOf('file', { id: last.applicationId }), t('file:intake.lookLast')]
        : [hrefOf('file', { id, tab: 'resume' }), t('intake.look')];
  return (
    <a className="link nowrap" href={href}>
      {text}
    </a>
  );
}

function Row({ file }: { file: Handed }) {
  const { t } = useTranslation('staff');
  const outcome = outcomeOf(file);
  return (
    <li>
      <span className="file-name">
        <span className="mid">{file.name}</span>
        <small className="num faint">
          {sizeText(file.bytes)}
          {file.from === '' ? '' : ` · ${file.from}`}
        </small>
      </span>
      <StateWord of={glyphOf[outcome]}>
        {outcome === 'suspect' || outcome === 'again'
          ? t(`file:intake.${outcome}`)
          : outcome === 'sending' && isArchive(file.name)
            ? t('file:archive.opening')
            : t(`intake.result.${outcome}`)}
      </StateWord>
      <span className="file-who">
        {file.result ? (
          <>
            <Who id={file.result.applicationId} name={file.result.candidateName} size="sm" />
            {file.result.candidateName}
          </>
        ) : (
          '—'
        )}
      </span>
      <span className="muted file-about">
        <About file={file} />
      </span>
      {file.result ? <Look outcome={outcome} result={file.result} /> : <span />}
    </li>
  );
}

/** The counts of the batch, then a result per file in plain words. */
export function FileTable({ files }: { files: Handed[] }) {
  const { t } = useTranslation('staff');
  const tally = tallyOf(files);
  const share = (n: number) => ({ width: `${(n / tally.all) * 100}%` });
  const parts = (['taken', 'look', 'refused', 'open'] as const)
    .filter((name) => tally[name] > 0)
    .map((name) => t(`intake.tally.${name}`, { n: tally[name] }))
    .join(t('comma'));
  const said = t('intake.tally.all', { count: tally.all, parts });
  const done = tally.all - tally.open;
  return (
    <section className="section" aria-live="polite">
      <p className="said">{said}</p>
      <div
        className="pb"
        role="progressbar"
        aria-label={t('file:archive.progress')}
        aria-valuemin={0}
        aria-valuemax={tally.all}
        aria-valuenow={done}
        aria-valuetext={said}
      >
        <i className="a" style={share(tally.taken)} />
        <i className="b" style={share(tally.look)} />
        <i className="d" style={share(tally.refused)} />
      </div>
      <ul className="file-rows">
        {files.map((file) => (
          <Row key={file.key} file={file} />
        ))}
      </ul>
    </section>
  );
}
