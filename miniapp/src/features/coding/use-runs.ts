import { useEffect, useRef, useState } from 'react';
import { codingRoutes } from '@zhiyu/contracts/routes.coding';
import type { ProgramRun } from '@zhiyu/contracts/coding';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';

/** How often to ask for a run (ms). */
const ASK = 400;

interface Asked {
  attemptId: string;
  language: ProgramLanguage;
  source: string;
  /** Null: the samples. */
  stdin: string | null;
}

/** One run at a time, with its place in the line. */
export function useRuns() {
  const [run, setRun] = useState<ProgramRun | null>(null);
  const [own, setOwn] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const busy = run?.state === 'queued' || run?.state === 'running';
  const begin = async (asked: Asked) => {
    if (busy) {
      return;
    }
    setProblem(null);
    setOwn(asked.stdin !== null);
    try {
      let now = await call(codingRoutes.runProgram, asked);
      setRun(now);
      while (here.current && (now.state === 'queued' || now.state === 'running')) {
        await new Promise((done) => setTimeout(done, ASK));
        now = await call(codingRoutes.programRun, { runId: now.runId });
        setRun(now);
      }
    } catch (error) {
      setRun(null);
      setProblem(messageOf(error));
    }
  };
  return { run, own, busy, problem, begin };
}
