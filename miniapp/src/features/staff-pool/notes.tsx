import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { poolNoteLetters, poolNotesAtMost } from '@zhiyu/contracts/pool-values';
import { routes } from '@zhiyu/contracts/routes';
import { protectedIn } from '@zhiyu/contracts/rule-guard';
import type { PoolMember } from '@zhiyu/contracts/talent-pool';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { TextField } from '../../components/text-field';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';

function AddNote({ id }: { id: string }) {
  const { t } = useTranslation('pool');
  const [text, setText] = useState('');
  const add = useAct(routes.addPoolNote, { refresh: [routes.pool], onSuccess: () => setText('') });
  const named = protectedIn(text);
  const refused = add.error ? messageOf(add.error) : undefined;
  const fault =
    named === null
      ? refused
      : t('tag.protected', { words: named.words.trim(), what: t(`tag.of.${named.attribute}`) });
  return (
    <div className="form-stack">
      <TextField
        label={t('note.new')}
        labelHidden
        rows={2}
        maxLength={poolNoteLetters}
        placeholder={t('note.hint')}
        hint={t('note.more')}
        error={fault}
        value={text}
        onChange={setText}
      />
      <p>
        <Button
          className="touch"
          disabled={text.trim() === '' || named !== null}
          busy={add.isPending ? t('staff:saving') : undefined}
          onPress={() => add.mutate({ id, text: text.trim() })}
        >
          {t('note.add')}
        </Button>
      </p>
    </div>
  );
}

/** On working across cultures: dated, with the author, seen by the person in his own copy. */
export function Notes({ member }: { member: PoolMember }) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const may = useMay();
  const { notes, applicationId: id } = member;
  const remove = useAct(routes.removePoolNote, { refresh: [routes.pool] });
  return (
    <section className="section">
      <h2 className="sec-h">{t('note.heading')}</h2>
      {notes.length === 0 ? <p className="muted t13">{t('note.none')}</p> : null}
      <ul className="pool-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="t13 pre">{note.text}</p>
            <p className="cap num">
              {note.by} · {words.day(note.at)}
              {note.own && may('talent.note') ? (
                <button
                  type="button"
                  className="reach"
                  aria-label={t('note.remove')}
                  onClick={() => remove.mutate({ id, note: note.id })}
                >
                  <Icon name="close" size="xs" />
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {remove.error ? (
        <p className="fault" role="alert">
          {messageOf(remove.error)}
        </p>
      ) : null}
      {may('talent.note') && notes.length < poolNotesAtMost ? <AddNote id={id} /> : null}
    </section>
  );
}
