import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import type { ToldFact } from '@zhiyu/contracts/observation';
import { serverTime } from '../../../platform/clock';
import { read, write } from '../../../platform/kept';
import { cameraName, watchPresence } from '../../../platform/presence';
import { FactBook } from './fact-book';
import { otherCamera } from './facts.shared';

type Note = (
  kind: ToldFact['kind'],
  more?: Partial<Pick<ToldFact, 'at' | 'seconds' | 'detail'>>,
) => void;

const Facts = createContext<Note>(() => undefined);

/** Notes a fact about the question that is open. */
export const useNote = () => useContext(Facts);

/** The book of this page, for as long as the interview runs. */
export function FactsProvider({
  interview,
  quiet,
  stream,
  children,
}: {
  interview: CandidateInterview;
  /** The page itself sends people away: to the phone's own camera. */
  quiet: boolean;
  stream: MediaStream | null;
  children: ReactNode;
}) {
  const { interviewId, state } = interview;
  const book = useRef<FactBook | null>(null);
  book.current ??= new FactBook(interviewId);
  const latest = useRef({ interview, quiet });
  latest.current = { interview, quiet };
  const running = state === 'running';
  const note = useCallback<Note>((kind, more = {}) => {
    const answerId = latest.current.interview.current?.answerId ?? null;
    const plain = { at: Math.round(serverTime()), seconds: 0, detail: '' };
    book.current?.note({ kind, answerId, ...plain, ...more });
  }, []);
  useEffect(() => {
    const it = book.current;
    it?.open();
    return () => it?.close();
  }, []);
  useEffect(() => {
    if (!running) {
      return;
    }
    return watchPresence((away) => {
      if (!latest.current.quiet) {
        note('left', away);
      }
    });
  }, [running, note]);
  useEffect(() => {
    const name = stream ? cameraName(stream).slice(0, 120) : '';
    const place = `zhiyu.camera.${interviewId}`;
    const first = read('device', place);
    if (running && otherCamera(name, first)) {
      note('otherCamera', { detail: name });
    }
    if (running && name !== '') {
      // The newest is the usual one from now on: a change is told once.
      write('device', place, name);
    }
  }, [running, stream, interviewId, note]);
  return <Facts.Provider value={note}>{children}</Facts.Provider>;
}
