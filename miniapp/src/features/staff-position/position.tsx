import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionDetail } from '@zhiyu/contracts/position';
import { messageOf } from '../../api/error';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { Sheet } from '../../components/sheet';
import { useToast } from '../../components/toast';
import { ChangesHere } from '../staff-alerts/changes-here';
import { keepInAddress } from '../staff-shell/address';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { Shell } from '../staff-shell/shell';
import { useCurrentInView } from '../staff-shell/use-current-in-view';
import { useMay } from '../staff-shell/use-me';
import { AboutPart } from './about-part';
import { AutomationPart } from './automation-part';
import { Changes } from './changes';
import { DraftsPart } from './drafts-part';
import { ModelPart } from './model-part';
import { PlanPart } from './plan-part';
import { partOf, parts, type PositionPart } from './position.shared';
import { QuestionsPart } from './questions-part';
import { RequirementsPart } from './requirements-part';
import { useDraft, type Draft } from './use-draft';
import { VersionsPart } from './versions-part';
import './position.scss';
import './words';

function SaveBar({ detail, draft }: { detail: PositionDetail; draft: Draft }) {
  const { t } = useTranslation('staff');
  const { stale } = draft;
  const [shown, setShown] = useState(false);
  const publishing = useRoute(routes.publishing, { id: detail.id });
  const second = publishing.data?.needsSecond ?? false;
  const proposal = publishing.data?.proposal;
  const taken = second && proposal !== null && proposal !== undefined && !proposal.own;
  const n = detail.version + 1;
  return (
    <>
      <Sheet
        open={shown}
        title={t('studio:draftTitle')}
        onClose={() => setShown(false)}
        footer={<Button onPress={() => setShown(false)}>{t('studio:draftClose')}</Button>}
      >
        <Changes before={detail.content} after={draft.content} />
      </Sheet>
      <div className="save-said">
        {draft.faults.map((fault) => (
          <p key={fault} className="t13 state warn">
            {t(`position.fault.${fault}`)}
          </p>
        ))}
        {draft.error ? (
          <p className="fault" role="alert">
            {messageOf(draft.error)}
          </p>
        ) : null}
        {taken ? <p className="t13 state warn">{t('studio:others')}</p> : null}
        {draft.faults.length === 0 && !draft.error && !taken ? (
          <label className="save-note">
            <span className="sr">{t('position.note')}</span>
            <input
              className="input"
              maxLength={200}
              placeholder={t('position.noteHint')}
              value={draft.note}
              onChange={(event) => draft.setNote(event.target.value)}
            />
          </label>
        ) : null}
      </div>
      <Button look="plain" onPress={() => setShown(true)}>
        {t('studio:compare')}
      </Button>
      <Button look="plain" onPress={stale ? draft.takeTheirs : draft.drop}>
        {t(stale ? 'position.takeTheirs' : 'position.drop')}
      </Button>
      <Button
        look="primary"
        disabled={draft.faults.length > 0 || stale || taken}
        busy={draft.saving ? t('saving') : undefined}
        onPress={draft.save}
      >
        {second ? t('studio:send', { n }) : t('position.save', { n })}
      </Button>
    </>
  );
}

function Part({
  part,
  detail,
  draft,
}: {
  part: PositionPart;
  detail: PositionDetail;
  draft: Draft;
}) {
  const edit = useMay()('position.edit');
  switch (part) {
    case 'about':
      return <AboutPart detail={detail} draft={draft} edit={edit} />;
    case 'requirements':
      return <RequirementsPart detail={detail} draft={draft} edit={edit} />;
    case 'model':
      return <ModelPart draft={draft} edit={edit} positionId={detail.id} />;
    case 'questions':
      return <QuestionsPart draft={draft} edit={edit} positionId={detail.id} />;
    case 'drafts':
      return <DraftsPart draft={draft} edit={edit} />;
    case 'plan':
      return <PlanPart draft={draft} edit={edit} detail={detail} />;
    case 'automation':
      return <AutomationPart draft={draft} edit={edit} />;
    case 'versions':
      return <VersionsPart detail={detail} draft={draft} edit={edit} />;
  }
}

function countOf(part: PositionPart, detail: PositionDetail): number | null {
  switch (part) {
    case 'requirements':
      return detail.content.requirements.length;
    case 'model':
      return detail.content.model.dimensions.length;
    case 'questions':
      return detail.content.questions.length;
    case 'versions':
      return detail.versions.length;
    default:
      return null;
  }
}

function Inside({ detail, start }: { detail: PositionDetail; start: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const [part, setPart] = useState(() => partOf(start));
  const toc = useCurrentInView<HTMLElement>(part);
  const say = useToast();
  const draft = useDraft(detail, () => say(t('studio:sent')));
  const name = textIn(detail.name);
  const show = (next: PositionPart) => {
    setPart(next);
    keepInAddress('position', { id: detail.id, part: next });
  };
  return (
    <Shell
      title={name}
      current="positions"
      act="position.view"
      crumb={
        <>
          <h1>{[name, detail.place].filter(Boolean).join(' · ')}</h1>
          <ExampleMark on={detail.example} />
          <span className="crumb pos-crumb">
            {t(`positionState.${detail.state}`)}
            {t('comma')}
            {t('position.version', { n: detail.version })}
          </span>
        </>
      }
      tools={
        <>
          {may('application.view') ? (
            <a className="btn small" href={hrefOf('applications', { position: detail.id })}>
              {t('position.people')}
            </a>
          ) : null}
          {may('dashboard.view') ? (
            <a className="btn small" href={hrefOf('board', { position: detail.id })}>
              {t('position.board')}
            </a>
          ) : null}
          <a className="btn small" href={hrefOf('intake', { id: detail.id })}>
            {t('position.intake')}
          </a>
        </>
      }
      footer={draft.changed ? <SaveBar detail={detail} draft={draft} /> : undefined}
    >
      <div className="pos-lay">
        <nav ref={toc} className="toc" aria-label={t('position.parts')}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === part ? 'page' : undefined}
              onClick={() => show(one)}
            >
              {t(`part.${one}`)}
              <span className="num faint">
                {one === 'requirements' && detail.pendingRules.length > 0
                  ? t('position.pending', { n: detail.pendingRules.length })
                  : countOf(one, detail)}
              </span>
            </button>
          ))}
        </nav>
        <div className="pos-part">
          <ChangesHere positionId={detail.id} />
          <Part part={part} detail={detail} draft={draft} />
        </div>
      </div>
    </Shell>
  );
}

/** One position: everything that makes it, changed only as a new version. */
export function Position({ id, part }: { id: string; part: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const detail = useRoute(routes.position, { id }, { enabled: id !== '' && may('position.view') });
  if (detail.data) {
    return <Inside key={detail.data.id} detail={detail.data} start={part} />;
  }
  return (
    <Shell
      title={t('position.list')}
      current="positions"
      act="position.view"
      crumb={<h1>{t('position.list')}</h1>}
    >
      {id === '' ? (
        <Empty title={t('position.gone')}>{t('position.goneMore')}</Empty>
      ) : (
        <Awaited query={detail}>{() => null}</Awaited>
      )}
    </Shell>
  );
}
