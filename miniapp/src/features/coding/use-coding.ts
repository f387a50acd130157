import { useRef, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { codingRoutes } from '@zhiyu/contracts/routes.coding';
import type { CodingTask } from '@zhiyu/contracts/coding';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import { call } from '../../api/client';
import { ApiError, messageOf } from '../../api/error';
import { keyOf, queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { serverTime } from '../../platform/clock';
import { persist } from '../interview/send-file';
import { putInterview } from '../interview/use-interview';
import { forgetLocally, type Kept, keptProgram } from './kept-program';
import { useKeeping } from './use-keeping';
import { useRuns } from './use-runs';

/** After its end plus this a program comes late (ms): the server's own grace. */
const GRACE = 5_000;

interface Ending {
  kept: Kept;
  attemptId: string;
  endsAt: number | null;
  /** From the beginning on (ms). */
  durationMs: number;
  sync: () => Promise<void>;
}

function programOf(kept: Kept) {
  return { language: kept.language, source: kept.sources[kept.language] ?? '' };
}

/** Hands the program in, for as long as it takes; without a network it says so, because then it comes late. */
function handIn({
  kept,
  attemptId,
  endsAt,
  durationMs,
  sync,
}: Ending): Promise<CandidateInterview> {
  let away = false;
  let last = { offline: false, key: newKey() };
  const said = { attemptId, durationMs, text: '', pasted: kept.pasted, program: programOf(kept) };
  const hand = async () => {
    await sync();
    const offline = away || (endsAt !== null && serverTime() > endsAt + GRACE);
    // Another content needs another key; the act itself is harmless when repeated.
    last = offline === last.offline ? last : { offline, key: newKey() };
    try {
      const input = { ...said, offline: last.offline };
      return await call(candidateRoutes.finishAttempt, input, { key: last.key });
    } catch (error) {
      away ||= error instanceof ApiError && error.code === 'offline';
      throw error;
    }
  };
  return persist(hand, () => true);
}

/** The text in the editor: of the language that is chosen. */
function useSource(kept: Kept) {
  const [language, setLanguage] = useState(kept.language);
  const [source, setSource] = useState(kept.sources[kept.language] ?? '');
  const type = (text: string) => {
    if (text !== kept.sources[kept.language]) {
      kept.sources[kept.language] = text;
      kept.revision += 1;
      setSource(text);
    }
  };
  const choose = (wanted: ProgramLanguage) => {
    kept.language = wanted;
    kept.revision += 1;
    setLanguage(wanted);
    setSource(kept.sources[wanted] ?? '');
  };
  const pasted = () => {
    kept.pasted = true;
  };
  return { language, source, type, choose, pasted };
}

/** The program being written: kept, run, submitted and at the end handed in. */
export function useCoding(task: CodingTask, attemptId: string, endsAt: number | null) {
  const begun = useRef(task).current;
  const kept = useRef<Kept | null>(null);
  kept.current ??= keptProgram(begun, attemptId);
  const it = kept.current;
  const text = useSource(it);
  const { keeping, sync } = useKeeping(it, begun.startedAt ?? begun.serverNow);
  const runs = useRuns();
  const since = useRef(performance.now()).current;
  const [sending, setSending] = useState<'submit' | 'finish' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (name: 'submit' | 'finish', work: () => Promise<void>) => {
    if (sending) {
      return;
    }
    setSending(name);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(null);
  };
  const submit = () =>
    act('submit', async () => {
      await sync();
      const next = await call(codingRoutes.submitProgram, { attemptId, ...programOf(it) });
      queryClient.setQueryData(keyOf(codingRoutes.codingTask, { answerId: task.answerId }), next);
    });
  const finish = () =>
    act('finish', async () => {
      const durationMs = Math.round(performance.now() - since);
      const interview = await handIn({ kept: it, attemptId, endsAt, durationMs, sync });
      forgetLocally(task.answerId);
      putInterview(interview);
    });
  const run = (stdin: string | null) => runs.begin({ attemptId, stdin, ...programOf(it) });
  return { ...text, keeping, runs, run, submit, finish, sending, problem };
}

export type CodingHandle = ReturnType<typeof useCoding>;
