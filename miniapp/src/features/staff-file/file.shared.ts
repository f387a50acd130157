import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { steps, type Stage } from '@zhiyu/contracts/stage-values';

export const tabs = [
  'overview',
  'resume',
  'assessment',
  'tests',
  'rounds',
  'decisions',
  'messages',
  'consents',
  'archive',
] as const;
export type FileTab = (typeof tabs)[number];

/** Pages that stand inside a tab, by the names that links use. */
const inside: Readonly<Record<string, FileTab>> = { screening: 'resume', timeline: 'archive' };

export function tabOf(wanted: string): FileTab {
  return tabs.find((tab) => tab === wanted) ?? inside[wanted] ?? 'overview';
}

export interface Step {
  stage: Stage;
  state: 'done' | 'on' | 'later';
}

/** Steps behind, at and before the application; for one that ended only where it ended. */
export function stepsOf(stage: Stage): Step[] {
  const at = steps.findIndex((one) => one === stage);
  if (at < 0) {
    return [
      { stage: 'applied', state: 'done' },
      { stage, state: 'on' },
    ];
  }
  return steps.map((one, index) => ({
    stage: one,
    state: index < at ? 'done' : index === at ? 'on' : 'later',
  }));
}

type InterviewSummary = ApplicationDetail['interviews'][number];

/** The newest AI interview, and the newest whose report is there. */
export function aiInterviewsOf(application: ApplicationDetail): {
  last: InterviewSummary | undefined;
  reported: InterviewSummary | undefined;
} {
  const own = application.interviews
    .filter(({ kind }) => kind === 'ai')
    .sort((a, b) => b.round - a.round);
  return { last: own[0], reported: own.find(({ reportReady }) => reportReady) };
}
