import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionContent } from '@zhiyu/contracts/position';
import type { DraftLine, DraftQuestion, DraftView } from '@zhiyu/contracts/question-drafts';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { TextField } from '../../components/text-field';
import { textIn } from '../../locales';
import { countsOf, isFull, isTaken, stateNow, withDraft, withoutDraft } from './drafts.shared';
import type { Draft } from './use-draft';
import './drafts.scss';

const states = ['asked', 'open', 'uncovered', 'screened'] as const;
const meaningOf: Record<DraftLine['state'], Meaning> = {
  asked: 'pass',
  open: 'hold',
  uncovered: 'warn',
  screened: 'unknown',
};

/** How many lines are asked, wait for a yes, have nothing, need nothing: one bar and its legend. */
function Coverage({ view, content }: { view: DraftView; content: PositionContent }) {
  const { t } = useTranslation('staff');
  const counts = countsOf(view, content);
  const shown = states.filter((state) => counts[state] > 0);
  return (
    <div className="drafts-coverage">
      <div className="drafts-bar" aria-hidden="true">
        {shown.map((state) => (
          <i key={state} className={state} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <ul className="drafts-legend">
        {shown.map((state) => (
          <li key={state}>
            <StateWord of={meaningOf[state]}>
              {t(`drafts.count.${state}`, { n: counts[state] })}
            </StateWord>
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(content: PositionContent, code: string): string {
  const found = content.model.dimensions.find((dimension) => dimension.code === code);
  return found ? textIn(found.name) : code;
}

/** One proposed question: read, changed, taken or put aside. */
function Proposal({ question, draft }: { question: DraftQuestion; draft: Draft }) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  const [words, setWords] = useState(question.text.zh);
  const [open, setOpen] = useState(false);
  const [aside, setAside] = useState(false);
  const taken = isTaken(content, question.code);
  const bare = question.origin.way === 'experience' && question.origin.about === undefined;
  const points = question.indicators.filter(({ level }) => level > 2);
  if (aside && !taken) {
    return (
      <li className="proposal aside">
        <span className="grow clip faint">{words}</span>
        <Button look="plain" size="small" onPress={() => setAside(false)}>
          {t('drafts.back')}
        </Button>
      </li>
    );
  }
  return (
    <li className={taken ? 'proposal taken' : 'proposal'}>
      <p className="cap">
        <span className="tag">{t(`drafts.way.${question.origin.way}`)}</span>
        {question.dimensions.map((code) => nameOf(content, code)).join(t('comma'))}
      </p>
      {open && !taken ? (
        <TextField
          label={t('question.text')}
          labelHidden
          rows={3}
          maxLength={300}
          value={words}
          onChange={setWords}
        />
      ) : (
        <p className="proposal-text">{words}</p>
      )}
      {bare ? (
        <p className="t13 muted">{t('drafts.bare')}</p>
      ) : (
        <details>
          <summary className="t13 muted">{t('drafts.points', { count: points.length })}</summary>
          <ul className="proposal-points t13">
            {points.map((point) => (
              <li key={point.code}>{textIn(point.text)}</li>
            ))}
          </ul>
        </details>
      )}
      {taken ? (
        <p className="proposal-acts">
          <StateWord of="pass">{t('drafts.taken')}</StateWord>
          <Button
            look="plain"
            size="small"
            onPress={() => draft.change(withoutDraft(content, question.code))}
          >
            {t('drafts.undo')}
          </Button>
        </p>
      ) : (
        <p className="proposal-acts">
          <Button
            size="small"
            disabled={words.trim() === ''}
            onPress={() => draft.change(withDraft(content, question, words))}
          >
            {t(isFull(content) ? 'drafts.keep' : 'drafts.take')}
          </Button>
          <Button look="plain" size="small" onPress={() => setOpen(!open)}>
            {t(open ? 'drafts.editDone' : 'drafts.edit')}
          </Button>
          <Button look="plain" size="small" onPress={() => setAside(true)}>
            {t('drafts.drop')}
          </Button>
        </p>
      )}
    </li>
  );
}

/** Planned questions that ask for a line already. */
function Asking({ codes, content }: { codes: readonly string[]; content: PositionContent }) {
  const { t } = useTranslation('staff');
  const found = content.questions.filter(({ code }) => codes.includes(code));
  return found.length === 0 ? null : (
    <ul className="asking t13" aria-label={t('drafts.askedBy')}>
      {found.map((question) => (
        <li key={question.code} className="clip muted">
          {textIn(question.text)}
        </li>
      ))}
    </ul>
  );
}

function LineRow({ line, view, draft }: { line: DraftLine; view: DraftView; draft: Draft }) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  const state = stateNow(line, content);
  const made = line.drafts.flatMap((code) => view.drafts.filter((one) => one.code === code));
  const own = made.filter(({ origin }) => origin.line === line.text);
  const [more, setMore] = useState(state !== 'asked');
  return (
    <li className="draft-line">
      <div className="draft-said">
        <p>{line.text}</p>
        <p>
          <StateWord of={meaningOf[state]}>{t(`drafts.state.${state}`)}</StateWord>
          <span className="cap">{t(`drafts.from.${line.from}`)}</span>
        </p>
      </div>
      <div className="draft-asks">
        <Asking codes={line.askedBy} content={content} />
        {state === 'uncovered' ? <p className="t13 muted">{t('drafts.uncoveredMore')}</p> : null}
        {own.length < made.length ? (
          <p className="t13 muted">{t('drafts.elsewhere', { count: made.length - own.length })}</p>
        ) : null}
        {more ? (
          <ul className="proposals">
            {own.map((question) => (
              <Proposal key={question.code} question={question} draft={draft} />
            ))}
          </ul>
        ) : own.length > 0 ? (
          <Button look="plain" size="small" onPress={() => setMore(true)}>
            {t('drafts.more', { count: own.length })}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Drafted({ draft }: { draft: Draft }) {
  const { t } = useTranslation('staff');
  // The description as it stood when it was read; taking a draft over does not read it again.
  const [content, setContent] = useState(draft.content);
  const view = useRoute(routes.draftQuestions, { content });
  const stale =
    content.description !== draft.content.description ||
    content.requirements !== draft.content.requirements;
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('drafts.title')}
        <span className="cap">{t('drafts.more1')}</span>
      </h2>
      {stale ? (
        <p className="draft-stale t13">
          {t('drafts.stale')}
          <Button size="small" onPress={() => setContent(draft.content)}>
            {t('drafts.again')}
          </Button>
        </p>
      ) : null}
      <Awaited query={view}>
        {(data) =>
          data.lines.length === 0 ? (
            <Empty title={t('drafts.none')}>{t('drafts.noneMore')}</Empty>
          ) : (
            <>
              <Coverage view={data} content={draft.content} />
              <ol className="draft-lines">
                {data.lines.map((line) => (
                  <LineRow key={line.id} line={line} view={data} draft={draft} />
                ))}
              </ol>
            </>
          )
        }
      </Awaited>
    </section>
  );
}

/** Requirement lines beside proposed questions: HR edits, takes or puts aside each; saving makes them live. */
export function DraftsPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('staff');
  return edit ? (
    <Drafted draft={draft} />
  ) : (
    <Empty title={t('drafts.denied')}>{t('drafts.deniedMore')}</Empty>
  );
}
