import { useTranslation } from 'react-i18next';
import { StateWord, type Meaning } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { outcomeOf, sizeText, tallyOf, type Handed } from './intake.shared';

const glyphOf: Record<ReturnType<typeof outcomeOf>, Meaning> = {
  waiting: 'unknown',
  sending: 'unknown',
  taken: 'pass',
  look: 'hold',
  known: 'hold',
  refused: 'danger',
};

function About({ file }: { file: Handed }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  if (file.result === null) {
    return <>{file.reason}</>;
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

function Row({ file }: { file: Handed }) {
  const { t } = useTranslation('staff');
  const outcome = outcomeOf(file);
  return (
    <li>
      <span className="file-name">
        <span className="mid">{file.name}</span>
        <small className="num faint">{sizeText(file.bytes)}</small>
      </span>
      <StateWord of={glyphOf[outcome]}>{t(`intake.result.${outcome}`)}</StateWord>
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
      {file.result ? (
        <a
          className="link nowrap"
          href={hrefOf('file', { id: file.result.applicationId, tab: 'resume' })}
        >
          {t('intake.look')}
        </a>
      ) : (
        <span />
      )}
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
  return (
    <section className="section" aria-live="polite">
      <p className="said">{said}</p>
      <div className="pb" role="img" aria-label={said}>
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
