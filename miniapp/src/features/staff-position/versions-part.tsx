import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionDetail } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { useWords } from '../staff-shell/use-words';
import { Changes } from './changes';
import { WaitingProposal } from './proposal';
import type { Draft } from './use-draft';
import './words';

type Row = PositionDetail['versions'][number];

/** One older version beside the one in use, and the way back to it. */
function Compared({
  detail,
  version,
  draft,
  edit,
}: {
  detail: PositionDetail;
  version: number;
  draft: Draft;
  edit: boolean;
}) {
  const { t } = useTranslation('studio');
  const [against, setAgainst] = useState<'before' | 'current'>('before');
  const old = useRoute(routes.positionVersion, { id: detail.id, version });
  const before = useRoute(
    routes.positionVersion,
    { id: detail.id, version: version - 1 },
    { enabled: version > 1 },
  );
  const isCurrent = version === detail.version;
  const withCurrent = !isCurrent && (against === 'current' || version === 1);
  return (
    <div className="compared">
      {isCurrent || version === 1 ? null : (
        <div className="seg" role="group" aria-label={t('compareWith')}>
          {(['before', 'current'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === against}
              onClick={() => setAgainst(one)}
            >
              {one === 'before'
                ? t('sinceBefore', { n: version - 1 })
                : t('sinceThen', { n: detail.version })}
            </button>
          ))}
        </div>
      )}
      <Awaited query={old}>
        {(shown) => (
          <>
            {withCurrent ? (
              <Changes before={shown.content} after={detail.content} />
            ) : version === 1 ? (
              <p className="muted">{t('firstVersion')}</p>
            ) : (
              <Awaited query={before}>
                {(earlier) => <Changes before={earlier.content} after={shown.content} />}
              </Awaited>
            )}
            {edit && !isCurrent ? (
              <p className="row">
                <Button
                  onPress={() => {
                    draft.change(shown.content);
                    draft.setNote(t('backNote', { n: version }));
                  }}
                >
                  {t('back', { n: version })}
                </Button>
                <span className="cap">{t('backMore', { n: detail.version + 1 })}</span>
              </p>
            ) : null}
          </>
        )}
      </Awaited>
    </div>
  );
}

function Version({
  one,
  detail,
  approvedBy,
  open,
  onToggle,
}: {
  one: Row;
  detail: PositionDetail;
  approvedBy: string | undefined;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation('studio');
  const words = useWords();
  return (
    <>
      <b className="num">v{one.version}</b>
      <span>
        {one.note === '' ? t('staff:version.noNote') : one.note}
        {one.version === detail.version ? (
          <span className="tag pass">{t('staff:version.current')}</span>
        ) : null}
      </span>
      <span className="faint num">
        {one.createdBy} · {words.moment(one.createdAt)}
        {approvedBy === undefined ? '' : ` · ${t('approvedBy', { name: approvedBy })}`}
      </span>
      <button type="button" className="link version-open" aria-expanded={open} onClick={onToggle}>
        {t(open ? 'close' : 'compare')}
      </button>
    </>
  );
}

/** Every saved state, the newest first; what differs between them; the way back. Applications keep the one they began with. */
export function VersionsPart({
  detail,
  draft,
  edit,
}: {
  detail: PositionDetail;
  draft: Draft;
  edit: boolean;
}) {
  const { t } = useTranslation('studio');
  const [open, setOpen] = useState<number | null>(null);
  const publishing = useRoute(routes.publishing, { id: detail.id });
  const proposal = publishing.data?.proposal;
  const approvedBy = (version: number) =>
    publishing.data?.approvals.find((one) => one.version === version)?.by;
  return (
    <>
      {proposal ? (
        <WaitingProposal
          detail={detail}
          proposal={proposal}
          onTake={(content, note) => {
            draft.change(content);
            draft.setNote(note);
          }}
        />
      ) : null}
      <section className="section">
        <h2 className="sec-h">
          {t('staff:version.title')}
          <span className="cap">{t('staff:version.lead')}</span>
        </h2>
        {publishing.data?.needsSecond ? <p className="t13 muted">{t('needsSecond')}</p> : null}
        <ol className="versions">
          {detail.versions
            .slice()
            .sort((a, b) => b.version - a.version)
            .map((one) => (
              <li key={one.version}>
                <Version
                  one={one}
                  detail={detail}
                  approvedBy={approvedBy(one.version)}
                  open={open === one.version}
                  onToggle={() => setOpen(open === one.version ? null : one.version)}
                />
                {open === one.version ? (
                  <Compared detail={detail} version={one.version} draft={draft} edit={edit} />
                ) : null}
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}
