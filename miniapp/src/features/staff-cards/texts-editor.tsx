import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  CardTexts,
  TextFault,
  TextField as Field,
  TextQuery,
  TextView,
} from '@zhiyu/contracts/card-texts';
import type { Gallery } from '@zhiyu/contracts/gallery';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { useSettled } from '../staff-shell/use-settled';
import { TextsHistory } from './texts-history';
import { changedTexts, draftKey, type Drafts, faultAt, sameTexts, shownText } from './texts.shared';

/** So long nothing is typed before the channels draw it (ms). */
const PAUSE = 350;

interface EditorProps {
  which: TextQuery;
  sample: string;
  drafts: Drafts;
  /** The drawing of what stands in the fields. */
  onPreview: (gallery: Gallery) => void;
}

function usePreview({ which, sample, onPreview }: EditorProps, texts: CardTexts) {
  const input = useSettled(texts, PAUSE);
  const preview = useQuery({
    queryKey: [routes.previewTexts.path, which, sample, input],
    queryFn: ({ signal }) =>
      call(routes.previewTexts, { ...which, sample, texts: input }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = preview;
  useEffect(() => {
    if (data) {
      onPreview(data.gallery);
    }
  }, [data, onPreview]);
  return preview;
}

function useFaultWord() {
  const { t } = useTranslation('staff');
  return ({ code, detail }: TextFault) =>
    t(`texts.fault.${code}`, { detail: code === 'tooLong' ? detail : `{${detail}}` });
}

interface FieldsProps {
  view: TextView;
  draft: CardTexts;
  faults: readonly TextFault[];
  disabled: boolean;
  onChange: (texts: CardTexts) => void;
}

function Fields({ view, draft, faults, disabled, onChange }: FieldsProps) {
  const { t } = useTranslation('staff');
  const word = useFaultWord();
  const hintOf = (field: Field) => {
    const must = field.required.map((name) => `{${name}}`);
    return must.length > 0
      ? t('texts.must', { names: must.join(' '), n: field.maxLength })
      : t('texts.most', { n: field.maxLength });
  };
  return (
    <>
      {view.fields.map((field) => {
        const fault = faultAt(faults, field);
        return (
          <TextField
            key={field.slot}
            label={t(`texts.slot.${field.slot}`)}
            rows={field.slot === 'intro' ? 3 : 1}
            value={shownText(draft, field)}
            hint={hintOf(field)}
            error={fault ? word(fault) : undefined}
            disabled={disabled}
            onChange={(text) => onChange({ ...draft, [field.slot]: text })}
          />
        );
      })}
    </>
  );
}

/** What can be written between braces, and what it becomes. */
function Placeholders({ view }: { view: TextView }) {
  const { t } = useTranslation('staff');
  const names = [...new Set(view.fields.flatMap(({ allowed }) => allowed))];
  return (
    <p className="texts-names">
      {t('texts.names')}
      {names.map((name) => (
        <span key={name}>
          <code>{`{${name}}`}</code> {t(`texts.placeholder.${name}`)}
        </span>
      ))}
    </p>
  );
}

function Form({ view, ...props }: EditorProps & { view: TextView }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const edit = useMay()('system.edit');
  const key = draftKey(props.which, view.version);
  const [draft, setTexts] = useState<CardTexts>(props.drafts.of(key) ?? view.texts);
  const setDraft = (texts: CardTexts) => {
    setTexts(texts);
    props.drafts.keep(key, texts);
  };
  const { fields } = view;
  const preview = usePreview(props, draft);
  const faults = preview.data?.faults ?? [];
  const same = sameTexts(draft, view.texts, fields);
  const save = useAct(routes.saveTexts, {
    refresh: [routes.cardTexts, routes.cardGallery],
    onSuccess: ({ version }) => say(t('texts.saved', { n: version })),
  });
  const fault = save.error ?? preview.error;
  return (
    <div className="texts-form">
      <Placeholders view={view} />
      <Fields view={view} draft={draft} faults={faults} disabled={!edit} onChange={setDraft} />
      {fault ? (
        <p className="fault" role="alert">
          {messageOf(fault)}
        </p>
      ) : null}
      {edit ? (
        <p className="texts-acts">
          <Button
            look="primary"
            className="touch"
            disabled={same || faults.length > 0}
            busy={save.isPending ? t('saving') : undefined}
            onPress={() =>
              save.mutate({
                ...props.which,
                texts: changedTexts(draft, fields),
                baseVersion: view.version,
              })
            }
          >
            {t('texts.save', { n: view.version + 1 })}
          </Button>
          <Button className="touch" disabled={same} onPress={() => setDraft(view.texts)}>
            {t('texts.undo')}
          </Button>
          <Button
            className="touch"
            disabled={sameTexts(draft, {}, fields)}
            onPress={() => setDraft({})}
          >
            {t(props.which.positionId === undefined ? 'texts.default' : 'texts.company')}
          </Button>
        </p>
      ) : null}
      <TextsHistory view={view} onTake={edit ? setDraft : null} />
    </div>
  );
}

/** The words of one kind of card in one language: fields, checks while typing, versions. */
export function TextsEditor(props: EditorProps) {
  const view = useRoute(routes.cardTexts, props.which);
  return (
    <Awaited query={view}>
      {(data) => <Form key={`${data.version}`} view={data} {...props} />}
    </Awaited>
  );
}
