import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo } from '../staff-shell/address';
import { pagePath } from '../staff-shell/address.shared';

/** Finds a candidate by name, phone or mail: the list opens with it. */
export function FindBox() {
  const { t } = useTranslation('staff');
  const [q, setQ] = useState('');
  return (
    <form
      className="find-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (q.trim() !== '') {
          goTo(pagePath('applications', { q: q.trim() }));
        }
      }}
    >
      <label>
        <span className="sr">{t('list.search')}</span>
        <input
          type="search"
          className="input sm"
          placeholder={t('list.searchHint')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </label>
    </form>
  );
}
