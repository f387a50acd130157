import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { poolTagLetters, poolTagsAtMost } from '@zhiyu/contracts/pool-tags';
import { routes } from '@zhiyu/contracts/routes';
import { protectedIn } from '@zhiyu/contracts/rule-guard';
import type { PoolMember } from '@zhiyu/contracts/talent-pool';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { useMay } from '../staff-shell/use-me';

interface AddProps {
  tags: readonly string[];
  /** Tags of others: the same word for the same thing. */
  known: readonly string[];
  busy: boolean;
  onAdd: (tag: string) => void;
}

function Add({ tags, known, busy, onAdd }: AddProps) {
  const { t } = useTranslation('pool');
  const [typed, setTyped] = useState('');
  const id = useId();
  const tag = typed.trim();
  const named = protectedIn(tag);
  const ready = tag !== '' && named === null && !tags.includes(tag);
  const add = () => {
    if (ready && !busy) {
      onAdd(tag);
      setTyped('');
    }
  };
  return (
    <form
      className="pool-tag-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="sr" htmlFor={id}>
        {t('tag.new')}
      </label>
      <input
        id={id}
        className="input"
        list={`${id}-known`}
        value={typed}
        maxLength={poolTagLetters}
        placeholder={t('tag.hint')}
        aria-invalid={named !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter((one) => !tags.includes(one))
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
      <Button
        className="touch"
        disabled={!ready}
        busy={busy ? t('tag.saving') : undefined}
        onPress={add}
      >
        {t('tag.add')}
      </Button>
      <p id={`${id}-note`} className={named === null ? 'cap' : 'fault'} aria-live="polite">
        {named === null
          ? t('tag.more')
          : t('tag.protected', { words: named.words.trim(), what: t(`tag.of.${named.attribute}`) })}
      </p>
    </form>
  );
}

/** Words by which somebody is found again: for finding only, and gone when he leaves the pool. */
export function Tags({ member, known }: { member: PoolMember; known: readonly string[] }) {
  const { t } = useTranslation('pool');
  const may = useMay();
  const { tags, applicationId: id, candidateName: name } = member;
  const put = useAct(routes.tagInPool, { refresh: [routes.pool] });
  const edits = may('talent.tag');
  return (
    <section className="section">
      <h2 className="sec-h">{t('tag.title')}</h2>
      {tags.length === 0 ? (
        <p className="muted t13">{t('tag.none')}</p>
      ) : (
        <ul className="pool-tags" aria-label={t('tag.whose', { name })}>
          {tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
              {edits ? (
                <button
                  type="button"
                  className="reach"
                  aria-label={t('tag.remove', { tag })}
                  aria-disabled={put.isPending}
                  onClick={() => (put.isPending ? undefined : put.mutate({ id, tag, on: false }))}
                >
                  <Icon name="close" size="xs" />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {edits && tags.length < poolTagsAtMost ? (
        <Add
          {...{ tags, known }}
          busy={put.isPending}
          onAdd={(tag) => put.mutate({ id, tag, on: true })}
        />
      ) : null}
      {put.error ? (
        <p className="fault" role="alert">
          {messageOf(put.error)}
        </p>
      ) : null}
    </section>
  );
}
