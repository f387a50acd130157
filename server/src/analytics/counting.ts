import type { DecisionKind } from '@zhiyu/contracts/application';
import type { EventMap, EventName } from '@zhiyu/contracts/events';
import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import type { SourceName } from '@zhiyu/contracts/source-values';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';

/** Facts that are counted by the day. */
export const dailyEvents = [
  'ApplicationReceived',
  'InvitationSent',
  'InterviewCompleted',
  'DecisionMade',
  'CandidateHired',
] as const satisfies readonly EventName[];
export type DailyEvent = (typeof dailyEvents)[number];

/** Facts after which an application may count elsewhere than before. */
export const followedEvents: readonly EventName[] = [
  ...dailyEvents,
  'ApplicationMoved',
  'ApplicationTakenBack',
  'ReportReady',
  'PromiseMade',
  'PromiseKept',
];

/** Open promises by when they are due, in pieces of this length: older ones are never looked at one by one. */
export const pieceMs = 30 * 86_400_000;

/** Decisions that leave the question open: the same one is decided later, and counts then. */
export const openDecisions = ['hold', 'askMore'] as const satisfies readonly DecisionKind[];

/** What is counted: applications by stage, by what their total says and by their open promise; facts of a day. */
export type Measure = Stage | 'assessed' | 'passed' | `due:${number}` | DailyEvent;

/** The day of what stands now. */
export const standing = 0;

/** All that the counts need to know of an application. */
export interface Standing {
  applicationId: string;
  companyId: string;
  positionId: string;
  stage: Stage;
  assessed: boolean;
  passed: boolean;
  promiseAt: number | null;
  source: SourceName;
  /** Monday 0:00 of the week in which it came, in Asia/Shanghai. */
  week: number;
  furthest: Step;
  /** Whole minutes since 1970 when it came to its stage: sums of them stay exact. */
  stageMinute: number;
}

/** A fact of the log. */
export interface Occurred {
  name: string;
  subjectId: string;
  payload: object;
  at: number;
}

export interface Change {
  companyId: string;
  day: number;
  positionId: string;
  measure: Measure;
  by: number;
}

/** 0:00 of a moment's day in Asia/Shanghai. */
export function dayOf(moment: number): number {
  return shanghaiHour(shanghaiDay(moment), 0);
}

/** The piece of time in which a promise is due. */
export function pieceOf(promiseAt: number): number {
  return Math.floor(promiseAt / pieceMs);
}

export function keyOf(of: Omit<Change, 'by'>): string {
  return `${of.companyId} ${of.day} ${of.positionId} ${of.measure}`;
}

function measuresOf(one: Standing): Measure[] {
  return [
    one.stage,
    ...(one.assessed ? (['assessed'] as const) : []),
    ...(one.passed ? (['passed'] as const) : []),
    ...(one.promiseAt === null ? [] : [`due:${pieceOf(one.promiseAt)}` as const]),
  ];
}

/** The day's fact that an event counts as; null when it counts as none. */
function factOf({ name, payload }: Occurred): DailyEvent | null {
  const { kind } = payload as Partial<EventMap['DecisionMade']>;
  const open = name === 'DecisionMade' && openDecisions.some((one) => one === kind);
  return open ? null : (dailyEvents.find((one) => one === name) ?? null);
}

/**
 * What moves in the counts: each application leaves where it was counted and comes in where it is, and each fact
 * counts on its day for the position of its application. Facts of applications that are gone count nowhere.
 *
 * @param lost facts of applications that are gone, counted while they were there
 */
export function changesOf(
  counted: readonly Standing[],
  now: readonly Standing[],
  events: readonly Occurred[],
  lost: readonly Occurred[] = [],
): Change[] {
  const changes = new Map<string, Change>();
  const add = ({ companyId, positionId }: Standing, day: number, what: [Measure, number]): void => {
    const [measure, by] = what;
    const place = { companyId, day, positionId, measure };
    const key = keyOf(place);
    changes.set(key, { ...place, by: (changes.get(key)?.by ?? 0) + by });
  };
  for (const one of counted) {
    measuresOf(one).forEach((measure) => {
      add(one, standing, [measure, -1]);
    });
  }
  for (const one of now) {
    measuresOf(one).forEach((measure) => {
      add(one, standing, [measure, 1]);
    });
  }
  const facts = (from: readonly Standing[], of: readonly Occurred[], by: number): void => {
    const applications = new Map(from.map((one) => [one.applicationId, one]));
    for (const event of of) {
      const application = applications.get(event.subjectId);
      const fact = factOf(event);
      if (application && fact) {
        add(application, dayOf(event.at), [fact, by]);
      }
    }
  };
  facts(now, events, 1);
  facts(counted, lost, -1);
  return [...changes.values()].filter((change) => change.by !== 0);
}
