import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Locale } from '@zhiyu/contracts/basics';
import type { CardTexts } from '@zhiyu/contracts/card-texts';
import type { DrawnChannelName, Gallery, GalleryQuery } from '@zhiyu/contracts/gallery';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { keyOf } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Empty } from '../../components/state';
import { currentLocale } from '../../locales';
import { ExampleMark } from '../staff-shell/example-mark';
import { DrawnChannelView } from './drawn-channel';
import { localesFor, sampleAt, sampleValue } from './gallery.shared';
import { TextsPart } from './texts-part';
import { type Drafts, textKindOf } from './texts.shared';
import './gallery.scss';

function useGallery(query: GalleryQuery) {
  return useQuery({
    queryKey: keyOf(routes.cardGallery, query),
    queryFn: ({ signal }) => call(routes.cardGallery, query, { signal }),
    // The list stays while another card is drawn.
    placeholderData: keepPreviousData,
  });
}

interface ChooserProps {
  gallery: Gallery;
  query: GalleryQuery;
  onChange: (query: GalleryQuery) => void;
}

/** Which card, in which language. */
function Chooser({ gallery, query, onChange }: ChooserProps) {
  const { t } = useTranslation('staff');
  const id = useId();
  const { samples, sample } = gallery;
  const label = (kind: string, name: string) =>
    t('gallery.sampleOf', {
      kind: t(`gallery.kind.${kind}`, { defaultValue: kind }),
      name: t(`gallery.sample.${kind}.${name}`, { defaultValue: name }),
    });
  const choose = (value: string) => {
    const chosen = sampleAt(value, samples);
    if (chosen) {
      const locales: readonly Locale[] = localesFor(chosen.audience);
      const locale = locales.includes(query.locale) ? query.locale : 'zh';
      onChange({ kind: chosen.kind, sample: chosen.name, locale });
    }
  };
  return (
    <div className="gallery-choose">
      <label className="field" htmlFor={id}>
        <span>{t('gallery.card')}</span>
        <select
          id={id}
          className="select"
          value={sampleValue(sample)}
          onChange={(event) => choose(event.target.value)}
        >
          {(['candidate', 'staff'] as const).map((audience) => (
            <optgroup key={audience} label={t(`gallery.audience.${audience}`)}>
              {samples
                .filter((one) => one.audience === audience)
                .map((one) => (
                  <option key={sampleValue(one)} value={sampleValue(one)}>
                    {label(one.kind, one.name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div className="seg gallery-seg" role="group" aria-label={t('gallery.language')}>
        {localesFor(sample.audience).map((locale) => (
          <button
            key={locale}
            type="button"
            aria-pressed={locale === query.locale}
            onClick={() => onChange({ ...query, sample: sample.name, locale })}
          >
            {t(`locale.${locale}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The pictures of one card, all channels or one. */
function Drawings({ gallery }: { gallery: Gallery }) {
  const { t } = useTranslation('staff');
  const id = useId();
  const [only, setOnly] = useState<DrawnChannelName | ''>('');
  const shown = gallery.channels.filter(({ name }) => only === '' || name === only);
  const word = (name: DrawnChannelName) =>
    name === 'console' ? t('gallery.inbox') : t(`channels.name.${name}`);
  return (
    <>
      <label className="field gallery-only" htmlFor={id}>
        <span>{t('gallery.channel')}</span>
        <select
          id={id}
          className="select"
          value={only}
          onChange={({ target }) =>
            setOnly(gallery.channels.find(({ name }) => name === target.value)?.name ?? '')
          }
        >
          <option value="">{t('gallery.all')}</option>
          {gallery.channels.map(({ name }) => (
            <option key={name} value={name}>
              {word(name)}
            </option>
          ))}
        </select>
      </label>
      {shown.length === 0 ? <Empty title={t('gallery.none')} /> : null}
      <div className="drawn-list">
        {shown.map((channel) => (
          <DrawnChannelView key={channel.name} channel={channel} card={gallery.card} />
        ))}
      </div>
    </>
  );
}

/** What stays while another card or language is chosen: that words are being changed, whose, and what is typed. */
interface Editing {
  on: boolean;
  positionId: string;
  drafts: Drafts;
}

function useEditing() {
  const [typed] = useState(() => new Map<string, CardTexts>());
  const drafts: Drafts = {
    of: (key) => typed.get(key),
    keep: (key, texts) => void typed.set(key, texts),
  };
  return useState<Editing>({ on: false, positionId: '', drafts });
}

interface WordsProps {
  gallery: Gallery;
  query: GalleryQuery;
  editing: Editing;
  onEditing: (editing: Editing) => void;
}

/** The words of the card, where they are the company's: folded away until somebody wants to change them. */
function Words({ gallery, query, editing, onEditing }: WordsProps) {
  const { t } = useTranslation('staff');
  const [preview, setPreview] = useState<Gallery | null>(null);
  const { sample } = gallery;
  const { on, positionId, drafts } = editing;
  const kind = textKindOf(sample);
  if (kind === null) {
    return <Drawings gallery={gallery} />;
  }
  return (
    <>
      <p className="texts-open">
        <Button className="touch" onPress={() => onEditing({ ...editing, on: !on })}>
          {t(on ? 'texts.close' : 'texts.open')}
        </Button>
      </p>
      {on ? (
        <TextsPart
          kind={kind}
          locale={query.locale}
          sample={sample.name}
          drafts={drafts}
          positionId={positionId}
          onPosition={(id) => onEditing({ ...editing, positionId: id })}
          onPreview={setPreview}
        />
      ) : null}
      <Drawings gallery={on && preview ? preview : gallery} />
    </>
  );
}

/** Every kind of card with made-up contents, as each channel draws it. */
export function CardsPart() {
  const { t } = useTranslation('staff');
  const [query, setQuery] = useState<GalleryQuery>({
    kind: 'invitation',
    locale: currentLocale() === 'en' ? 'en' : 'zh',
  });
  const [editing, setEditing] = useEditing();
  const gallery = useGallery(query);
  return (
    <Awaited query={gallery}>
      {(data) => (
        <section aria-busy={gallery.isPlaceholderData}>
          <h2 className="sec-h">
            {t('admin.cards')}
            <span className="cap">{t('gallery.lead')}</span>
            <ExampleMark on />
          </h2>
          <Chooser gallery={data} query={query} onChange={setQuery} />
          <Words
            key={`${sampleValue(data.sample)}.${query.locale}`}
            gallery={data}
            query={query}
            editing={editing}
            onEditing={setEditing}
          />
        </section>
      )}
    </Awaited>
  );
}
