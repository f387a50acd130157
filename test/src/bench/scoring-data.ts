import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ScoreRequest } from '@zhiyu/server/scoring/text/text.types';

/** An answer that people scored. */
export interface HumanRow {
  /** Answers with one code belong to one question: folds never cut through it. */
  question: string;
  request: ScoreRequest;
  given: number;
}

function linesOf(file: string): Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function row(
  question: string,
  given: number,
  over: Pick<ScoreRequest, 'question' | 'references' | 'answer' | 'scale'>,
): HumanRow {
  const bare = { language: 'zh' as const, keyPoints: [], rubric: [], graded: [] };
  return { question, given, request: { id: question, ...bare, ...over } };
}

/** Answers on data structures, 0-10 by teachers; null where the file is not there. */
export function adsRows(folder: string): HumanRow[] | null {
  const file = path.join(folder, 'ads-dev.jsonl');
  if (!existsSync(file)) return null;
  return linesOf(file).map((line) =>
    row(said(line['q_id']), Number(line['score']), {
      question: said(line['question']),
      references: [1, 2, 3]
        .map((n) => said(line[`reference${String(n)}`]))
        .filter((text) => text.trim() !== ''),
      answer: said(line['answer']),
      scale: [0, 10],
    }),
  );
}

/** Key points of logistics, 0-1; null where the file is not there. */
export function leRows(folder: string): HumanRow[] | null {
  const file = path.join(folder, 'le-dev.jsonl');
  if (!existsSync(file)) return null;
  return linesOf(file).map((line) =>
    row(said(line['question']), Number(line['score']), {
      question: said(line['question']),
      references: [said(line['reference'])],
      answer: said(line['answer']),
      scale: [0, 1],
    }),
  );
}

/** Rows by question, in the order they come. */
export function byQuestion(rows: readonly HumanRow[]): Map<string, HumanRow[]> {
  const groups = new Map<string, HumanRow[]>();
  for (const one of rows) groups.set(one.question, [...(groups.get(one.question) ?? []), one]);
  return groups;
}
