import { useRef, useState } from 'react';
import { opinions, type ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { useAct } from '../../api/query';
import { goTo } from '../staff-shell/address';
import { pagePath } from '../staff-shell/address.shared';
import type { Moment } from './review.shared';
import { isMove, type MoveAct, type ReviewAct } from './room-keys.shared';
import { useKeys } from './use-keys';
import type { Room } from './use-room';
import type { OwnScorecard } from './use-scorecard';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** Which dimension is open: the first that is not rated yet, until somebody opens another. */
export function useOpenDimension({ dimensions }: ReviewRoom, card: OwnScorecard) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [first] = useState(
    () =>
      dimensions.find(({ code, asked }) => asked && card.ratings.get(code)?.level == null)?.code,
  );
  const open = chosen ?? first ?? dimensions[0]?.code ?? '';
  const at = dimensions.findIndex(({ code }) => code === open);
  const next = () => setChosen(dimensions[(at + 1) % dimensions.length]?.code ?? null);
  /** What is asked about and not rated yet, from here on; once nothing is, the opinion. */
  const onward = () => {
    const others = [...dimensions.slice(at + 1), ...dimensions.slice(0, Math.max(at, 0))];
    const left = others.find(({ code, asked }) => asked && card.ratings.get(code)?.level == null);
    if (left) {
      setChosen(left.code);
    } else {
      find('.rate-opinions button')?.focus();
    }
  };
  return { open, setOpen: setChosen, next, onward };
}

/** Out of the opinions: the next number is a level again. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

interface Parts {
  room: Room;
  card: OwnScorecard;
  moment: Moment;
  /** Code of the dimension that is open. */
  open: string;
  next: () => void;
  onward: () => void;
}

/** A level for the open dimension, or the opinion where one of those has the focus. */
function give(level: number, leadsOn: boolean, parts: Parts): void {
  const { card, moment, open, onward } = parts;
  const opinion = opinions[level - 1];
  if (card.submitted) {
    return;
  }
  if (!document.activeElement?.closest('.rate-opinions')) {
    card.rate(open, { level, place: card.ratings.get(open)?.place ?? moment.now() });
    if (leadsOn) {
      onward();
    }
  } else if (opinion) {
    card.conclude({ opinion });
  }
}

/** What the keys do: fields to write in, marks, levels, the file; the rest moves the recording and the words. */
export function useActs(view: ReviewRoom, parts: Parts) {
  const { room, moment, next } = parts;
  const search = useRef<HTMLInputElement>(null);
  const comment = useRef<HTMLInputElement>(null);
  const add = useAct(routes.addReviewNote, { refresh: [routes.reviewRoom] });
  const mark = () => {
    const place = moment.now();
    if (place) {
      add.mutate({ id: view.interviewId, kind: 'mark', place, text: '', mentions: [] });
    }
  };
  const acts: Record<Exclude<ReviewAct, MoveAct>, () => void> = {
    search: () => search.current?.focus(),
    comment: () => comment.current?.focus(),
    keyMoment: mark,
    dimension: () => {
      leave();
      next();
    },
    opinion: () => find('.rate-opinions button')?.focus(),
    handIn: () => find('.rate-hand-in')?.click(),
    file: () => {
      if (view.may.file) {
        goTo(pagePath('file', { id: view.applicationId }));
      }
    },
  };
  const onAct = (act: ReviewAct) => (isMove(act) ? room.act(act) : acts[act]());
  useKeys(onAct, (level, leadsOn) => give(level, leadsOn, parts));
  return { search, comment, mark };
}
