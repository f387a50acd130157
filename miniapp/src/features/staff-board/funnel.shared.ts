import type { Dashboard } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';

export type BoardPosition = Dashboard['positions'][number];

const columns = ['screening', 'aiInterview', 'review', 'hrInterview', 'final', 'hired'] as const;
/** A column of the board; some stand for two stages. */
type ColumnName = (typeof columns)[number];

export const stagesOf: Record<ColumnName, readonly Stage[]> = {
  screening: ['applied', 'screening'],
  aiInterview: ['aiInterview'],
  review: ['review'],
  hrInterview: ['hrInterview'],
  final: ['final'],
  hired: ['offer', 'hired'],
};

export interface Column {
  name: ColumnName;
  /** People who stand here now. */
  here: number;
  /** The length of the bar, 0-1. */
  volume: number;
}

function hereOf(position: BoardPosition, name: ColumnName): number {
  return stagesOf[name].reduce((sum, stage) => sum + position.stages[stage], 0);
}

/** Who stands where of those who are on the way; the longest bar is where most stand. */
export function funnelOf(position: BoardPosition): Column[] {
  const here = columns.map((name) => hereOf(position, name));
  const most = Math.max(1, ...here);
  return columns.map((name, at) => ({
    name,
    here: here[at] ?? 0,
    volume: (here[at] ?? 0) / most,
  }));
}

const ended = ['rejected', 'withdrawn', 'talentPool'] as const;

/** How many ended, and how. */
export function endedOf(position: BoardPosition): { stage: Stage; count: number }[] {
  return ended
    .map((stage) => ({ stage, count: position.stages[stage] }))
    .filter(({ count }) => count > 0);
}

/** The stage a column's list opens with. */
export function lastStageOf(name: ColumnName): Stage | undefined {
  const stages = stagesOf[name];
  return stages[stages.length - 1];
}
