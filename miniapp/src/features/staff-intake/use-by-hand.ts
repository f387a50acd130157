import { useRef, useState } from 'react';
import type { ResumeDraft } from '@zhiyu/contracts/application';
import type { CandidateFound, EnteredCandidate } from '@zhiyu/contracts/candidate-entry';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { emptyEntry, faultsOf, filledFrom, isSomebody, type Entry } from './by-hand.shared';
import { touched } from './touched.shared';
import { useHandResume } from './use-hand-resume';

type Busy = 'reading' | 'looking' | 'saving' | null;

const refresh = () =>
  Promise.all(touched.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })));

/** What the server is at, and what went wrong. */
function useDuring() {
  const [busy, setBusy] = useState<Busy>(null);
  const [error, setError] = useState<unknown>(null);
  const during = async (act: (say: (what: Busy) => void) => Promise<void>) => {
    setBusy('reading');
    setError(null);
    try {
      await act(setBusy);
    } catch (caught) {
      setError(caught);
    }
    setBusy(null);
  };
  return { busy, error, during };
}

/** What stands in the fields, with the key under which it is sent: other words are another act. */
function useEntry(positionId: string) {
  const [entry, setEntry] = useState(() => emptyEntry(positionId));
  const [found, setFound] = useState<CandidateFound | null>(null);
  const key = useRef(newKey());
  /** Whatever was found, was found of what stood there before. */
  const change = (part: Partial<Entry>) => {
    key.current = newKey();
    setFound(null);
    setEntry((before) => ({ ...before, ...part }));
  };
  const fill = (draft: ResumeDraft | null) => {
    if (draft) {
      setEntry((before) => filledFrom(before, draft));
    }
  };
  return { entry, change, fill, found, setFound, key };
}

/** What the résumé's part does: a file, pasted words, none. */
function readingOf(
  { entry, change, fill }: ReturnType<typeof useEntry>,
  { during }: ReturnType<typeof useDuring>,
  resume: ReturnType<typeof useHandResume>,
) {
  const reads = (of: () => Promise<ResumeDraft | null>) =>
    during(async () => {
      change({});
      fill(await of());
    });
  return {
    file: (file: File) => reads(() => resume.fromFile(entry.id, file)),
    readText: () => reads(() => resume.current(entry.id)),
    paste: (text: string) => {
      change({});
      resume.setText(text);
    },
    without: () => {
      change({});
      resume.forget();
    },
  };
}

/** Entering one candidate: typed, looked for, and only then kept; a repeated press keeps nobody twice. */
export function useByHand(positionId: string) {
  const written = useEntry(positionId);
  const { entry, change, found, setFound, key } = written;
  const state = useDuring();
  const { busy, error, during } = state;
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<EnteredCandidate | null>(null);
  const resume = useHandResume();
  const faults = faultsOf(entry);
  /** Looked for first; what is found is said, and kept only by another press. */
  const send = () =>
    during(async (say) => {
      const input = { ...entry, draftId: (await resume.current(entry.id))?.draftId ?? null };
      if (found === null) {
        say('looking');
        const { source: _source, internal: _internal, ...who } = input;
        const seen = await call(routes.lookForCandidate, who);
        if (isSomebody(seen)) {
          setFound(seen);
          return;
        }
      }
      say('saving');
      const act = { key: key.current };
      setDone(await call(routes.enterCandidate, { ...input, batch: key.current }, act));
      await refresh();
    });
  /** @returns false where a field is wrong */
  const submit = (): boolean => {
    setTried(true);
    const right = Object.keys(faults).length === 0;
    if (right && busy === null) {
      void send();
    }
    return right;
  };
  const again = () => {
    resume.forget();
    change(emptyEntry(entry.id, entry.source));
    setDone(null);
    setTried(false);
  };
  return {
    ...{ entry, change, busy, error, found, done, submit, again, resume },
    ...readingOf(written, state, resume),
    faults: tried ? faults : {},
  };
}

export type ByHandState = ReturnType<typeof useByHand>;
