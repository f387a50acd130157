import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateFound } from '@zhiyu/contracts/candidate-entry';
import type { Suspect } from '@zhiyu/contracts/same-person';
import { StateWord } from '../../components/glyph';
import { EarlierLine } from '../staff-file/earlier-line';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';

function Alike({ suspect }: { suspect: Suspect }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { applicationId: id, candidateName: name, positionName } = suspect;
  const reasons = suspect.reasons.map((one) => t(`merge.reason.${one}`)).join(t('staff:comma'));
  return (
    <li>
      <Who id={id} name={name} size="sm" />
      <span className="grow">
        <a className="link" href={hrefOf('file', { id })}>
          {t('merge.suspect', { name })}
        </a>
        <span className="muted">
          {reasons} · {positionName} {words.day(suspect.appliedAt)}
        </span>
      </span>
    </li>
  );
}

/** Those of the same number or address under another name than the one that was typed. */
function otherNames({ earlier }: CandidateFound, name: string): string[] {
  const names = earlier.map(({ candidateName }) => candidateName).filter(Boolean);
  return [...new Set(names.filter((one) => one !== name.trim()))];
}

function Known({ found, name }: { found: CandidateFound; name: string }) {
  const { t } = useTranslation(['file', 'staff']);
  const others = otherNames(found, name);
  return (
    <>
      <p>
        <StateWord of="hold">{t(found.underWay ? 'hand.underWay' : 'hand.known')}</StateWord>
      </p>
      <p className="t13 muted">
        {t(found.underWay ? 'hand.underWayMore' : 'hand.knownMore')}
        {others.length === 0
          ? ''
          : t('hand.otherName', { names: others.join(t('staff:and')), name: name.trim() })}
      </p>
      {found.earlier.length === 0 ? null : (
        <ul className="records">
          {found.earlier.map((one) => (
            <EarlierLine key={one.applicationId} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Who has been here before, or looks like somebody: said before anything is kept. */
export function Found({ found, name }: { found: CandidateFound; name: string }) {
  const { t } = useTranslation('file');
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [found]);
  return (
    <section className="hand-found" ref={box} tabIndex={-1} aria-labelledby="hand-found">
      <h2 id="hand-found" className="t14 mid">
        {t('hand.found')}
      </h2>
      {found.known ? <Known found={found} name={name} /> : null}
      {found.suspects.length === 0 ? null : (
        <>
          <ul className="people-lines t13">
            {found.suspects.map((one) => (
              <Alike key={one.applicationId} suspect={one} />
            ))}
          </ul>
          <p className="t13 muted">{t('hand.alikeMore')}</p>
        </>
      )}
      {found.underWayId === null ? null : (
        <a className="btn touch" href={hrefOf('file', { id: found.underWayId })}>
          {t('hand.openUnderWay')}
        </a>
      )}
    </section>
  );
}
