import { useRef, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { CodingTask } from '@zhiyu/contracts/coding';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import { call } from '../../api/client';
import { ApiError, messageOf } from '../../api/error';
import { keyOf, queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { serverTime } from '../../platform/clock';
import { persist } from '../interview/send-file';
import { putInterview } from '../interview/use-interview';
import { forgetLocally, keptProgram } from './kept-program';
import { useKeeping } from './use-keeping';
import { useRuns } from './use-runs';

/** After its end plus this a program comes late (ms): the server's own grace. */
const GRACE = 5_000;

/** The program being written: kept, run, submitted and at the end handed in. */
export function useCoding(task: CodingTask, attemptId: string, endsAt: number | null) {
  const begun = useRef(task);
  const kept = useRef(keptProgram(task, attemptId)).current;
  const startedAt = begun.current.startedAt ?? begun.current.serverNow;
  const [language, setLanguage] = useState(kept.language);
  const [source, setSource] = useState(kept.sources[kept.language] ?? '');
  const [sending, setSending] = useState<'submit' | 'finish' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { keeping, sync } = useKeeping(kept, startedAt);
  const runs = useRuns();
  const wrote = useRef(performance.now());
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
      const program = {
        attemptId,
        language: kept.language,
        source: kept.sources[kept.language] ?? '',
      };
      const next = await call(routes.submitProgram, program);
      queryClient.setQueryData(keyOf(routes.codingTask, { answerId: task.answerId }), next);
    });
  const finish = () =>
    act('finish', async () => {
      const durationMs = Math.round(performance.now() - wrote.current);
      let away = false;
      let last = { offline: false, key: newKey() };
      const hand = async () => {
        await sync();
        const offline = away || (endsAt !== null && serverTime() > endsAt + GRACE);
        last = offline === last.offline ? last : { offline, key: newKey() };
        const program = { language: kept.language, source: kept.sources[kept.language] ?? '' };
        const said = { attemptId, durationMs, text: '', pasted: kept.pasted, program };
        try {
          return await call(
            routes.finishAttempt,
            { ...said, offline: last.offline },
            { key: last.key },
          );
        } catch (error) {
          away ||= error instanceof ApiError && error.code === 'offline';
          throw error;
        }
      };
      const interview = await persist(hand, () => true);
      forgetLocally(task.answerId);
      putInterview(interview);
    });
  const pasted = () => {
    kept.pasted = true;
  };
  const run = (stdin: string | null) =>
    runs.begin({ attemptId, language: kept.language, source, stdin });
  return {
    language,
    source,
    type,
    choose,
    pasted,
    keeping,
    runs,
    run,
    submit,
    finish,
    sending,
    problem,
  };
}

export type CodingHandle = ReturnType<typeof useCoding>;
