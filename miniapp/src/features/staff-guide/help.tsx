import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../../locales';
import { useGuideKeys } from './use-guide-keys';
import './guide.scss';

/** The words of all pages come when somebody asks for them. */
const HelpSheet = lazy(async () => ({
  default: (await withWords(import('./help-sheet'))).HelpSheet,
}));

/** `?` on every page of the staff: what the page answers, how, its keys, and a way to say something of it. */
export function Help() {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  useGuideKeys(() => setOpen(true));
  return (
    <>
      <button
        type="button"
        className="help-button"
        aria-label={t('nav.help')}
        title={t('nav.help')}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <HelpSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
