import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';

type Fact = Extract<CardBlock, { type: 'fact' }>;

/** A value short enough to stand as a figure. */
const FIGURE_LENGTH = 8;

/** As a figure with what stands below it; of a day with its hour (11月29日 15:38) the day is the figure. */
export function figureOf({ label, value }: Fact): { figure: string; below: string } {
  const [, day, clock] = /^(.+) (\d\d:\d\d)$/.exec(value) ?? [];
  return day && clock
    ? { figure: day, below: `${label} ${clock}` }
    : { figure: value, below: label };
}

/** The first facts of an invitation that are figures (18 分钟, 6 道题): drawn large, like its deadline. */
export function leadFacts(card: Card): Fact[] {
  if (card.kind !== 'invitation') {
    return [];
  }
  const facts = card.blocks.filter((block): block is Fact => block.type === 'fact');
  const figures = facts.map((fact) => figureOf(fact).figure);
  const end = figures.findIndex((text) => text.length > FIGURE_LENGTH || !/\d/.test(text));
  return facts.slice(0, Math.min(3, end < 0 ? facts.length : end));
}

export interface ButtonRows {
  /** The one filled button. */
  primary: CardButton | null;
  /** Weigh the same: one row. */
  plain: CardButton[];
  quiet: CardButton[];
}

export function buttonRows(buttons: readonly CardButton[]): ButtonRows {
  return {
    primary: buttons.find(({ style }) => style === 'primary') ?? null,
    plain: buttons.filter(({ style }) => style === 'plain'),
    quiet: buttons.filter(({ style }) => style === 'quiet'),
  };
}

export type Target = { kind: 'page'; url: string } | { kind: 'address'; url: string };

/** Where a button's `href` leads: a page of this app (hash path) or an address. */
export function targetOf(href: string): Target {
  const path = href.replace(/^.*#/, '').replace(/^\/?/, '/');
  return /^(\/?#)?\/?pages\//.test(href) || href.includes('#/pages/')
    ? { kind: 'page', url: path }
    : { kind: 'address', url: href };
}

/** Two messages this close in time stand under one time line (ms). */
const TOGETHER = 10 * 60_000;

export function showsTime(at: number, before: number | undefined): boolean {
  return before === undefined || at - before > TOGETHER;
}
