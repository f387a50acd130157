import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CreateLink, SourceLink } from '@zhiyu/contracts/source-link';
import { linkSources } from '@zhiyu/contracts/source-values';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { CopyButton } from '../staff-shell/copy-button';
import { useMay } from '../staff-shell/use-me';

function LinkSheet({ link, onClose }: { link: SourceLink | null; onClose: () => void }) {
  const { t } = useTranslation('staff');
  return (
    <Sheet
      open={link !== null}
      title={link?.label ?? ''}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {link ? <CopyButton text={link.url} look="primary" /> : null}
        </>
      }
    >
      {link ? (
        <>
          <img
            className="link-qr"
            alt={t('links.qr', { label: link.label })}
            src={`data:image/svg+xml,${encodeURIComponent(link.qrSvg)}`}
          />
          <p className="link-url">{link.url}</p>
          <p className="cap num">
            {t('links.counts', { visits: link.visits, applications: link.applications })}
            {t('comma')}
            {t('file:links.interviewed', { n: link.interviewed })}
            {t('comma')}
            {t('file:links.hired', { n: link.hired })}
          </p>
          <a
            className="link"
            download={`${link.label}.svg`}
            href={`data:image/svg+xml,${encodeURIComponent(link.qrSvg)}`}
          >
            {t('file:links.save')}
          </a>
        </>
      ) : null}
    </Sheet>
  );
}

function NewLink({
  positionId,
  onMade,
}: {
  positionId: string;
  onMade: (link: SourceLink) => void;
}) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [source, setSource] = useState<CreateLink['source']>('website');
  const make = useAct(routes.createLink, {
    refresh: [routes.listLinks],
    onSuccess: (link) => {
      setOpen(false);
      setLabel('');
      onMade(link);
    },
  });
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('links.new')}</Button>
      <Sheet
        open={open}
        title={t('links.new')}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('ui:cancel')}</Button>
            <Button
              look="primary"
              disabled={label.trim() === ''}
              busy={make.isPending ? t('saving') : undefined}
              onPress={() => make.mutate({ positionId, source, label: label.trim() })}
            >
              {t('links.make')}
            </Button>
          </>
        }
      >
        <label className="field">
          <span>{t('links.source')}</span>
          <select
            className="select"
            value={source}
            onChange={(event) =>
              setSource(linkSources.find((one) => one === event.target.value) ?? 'website')
            }
          >
            {linkSources.map((one) => (
              <option key={one} value={one}>
                {t(`source.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={t('links.label')}
          hint={t('links.labelHint')}
          maxLength={60}
          value={label}
          onChange={setLabel}
          error={make.error ? messageOf(make.error) : undefined}
        />
      </Sheet>
    </>
  );
}

/** Tracked links of a position: where candidates come from, each with its QR code. */
export function Links({ positionId }: { positionId: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const list = useRoute(routes.listLinks, { id: positionId });
  const [shown, setShown] = useState<SourceLink | null>(null);
  return (
    <section>
      <h2 className="sec-h">{t('links.title')}</h2>
      <Awaited query={list}>
        {({ links }) => (
          <>
            {links.length === 0 ? <p className="muted t13 links-none">{t('links.none')}</p> : null}
            <ul className="link-rows">
              {links.map((link) => (
                <li key={link.id}>
                  <button type="button" onClick={() => setShown(link)}>
                    <span className="clip">
                      {link.label}
                      <small className="faint">{t(`source.${link.source}`)}</small>
                    </span>
                    <span className="num">{t('links.applied', { n: link.applications })}</span>
                    <span className="num faint">
                      {t('file:links.interviewed', { n: link.interviewed })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Awaited>
      {may('position.edit') ? <NewLink positionId={positionId} onMade={setShown} /> : null}
      <LinkSheet link={shown} onClose={() => setShown(null)} />
    </section>
  );
}
