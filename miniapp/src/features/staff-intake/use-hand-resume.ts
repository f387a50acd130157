import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResumeDraft } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';

/** The résumé beside what is typed: a file, or pasted words that are read as one. */
export function useHandResume() {
  const { t } = useTranslation('file');
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<ResumeDraft | null>(null);
  /** The pasted words that the draft was read from. */
  const readFrom = useRef('');
  const read = async (id: string, file: Blob, name: string) => {
    const fresh = await call(routes.readCandidateResume, { id, name }, { file });
    setDraft(fresh);
    return fresh;
  };
  const forget = () => {
    readFrom.current = '';
    setDraft(null);
    setText('');
  };
  return {
    ...{ text, draft, setText, forget },
    fromFile: async (id: string, file: File) => {
      forget();
      return read(id, file, file.name);
    },
    /** Pasted words that have not been read yet are read now. */
    current: async (id: string): Promise<ResumeDraft | null> => {
      const words = text.trim();
      if (words === '' || words === readFrom.current) {
        return draft;
      }
      const file = new Blob([words], { type: 'text/plain' });
      const fresh = await read(id, file, `${t('hand.pasted')}.txt`);
      readFrom.current = words;
      return fresh;
    },
  };
}
