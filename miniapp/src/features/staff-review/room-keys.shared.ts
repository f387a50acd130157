const acts: Record<string, ReviewAct> = {
  ' ': 'play',
  k: 'play',
  j: 'back',
  l: 'on',
  arrowleft: 'back',
  arrowright: 'on',
  arrowup: 'lineBefore',
  arrowdown: 'lineAfter',
  e: 'mark',
  a: 'whole',
  n: 'next',
  p: 'before',
  '>': 'faster',
  '<': 'slower',
  s: 'silence',
  h: 'brief',
  '/': 'search',
  c: 'comment',
  m: 'keyMoment',
  d: 'dimension',
  o: 'opinion',
  f: 'file',
};
export type ReviewAct =
  | 'play'
  | 'back'
  | 'on'
  | 'lineBefore'
  | 'lineAfter'
  | 'mark'
  | 'whole'
  | 'next'
  | 'before'
  | 'faster'
  | 'slower'
  | 'silence'
  | 'brief'
  | 'search'
  | 'comment'
  | 'keyMoment'
  | 'dimension'
  | 'opinion'
  | 'handIn'
  | 'file';
const others = [
  'search',
  'comment',
  'keyMoment',
  'dimension',
  'opinion',
  'handIn',
  'file',
] as const satisfies ReviewAct[];
/** Those that move the recording, or say how much of the words is seen. */
export type MoveAct = Exclude<ReviewAct, (typeof others)[number]>;

export function isMove(act: ReviewAct): act is MoveAct {
  return !others.some((one) => one === act);
}

interface Pressed {
  key: string;
  /** The place of the key, whatever Shift and the keyboard's language make of it. */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key does in the room, Ctrl or ⌘ with Enter among them; null for keys of the browser and of a field. */
export function actOf(event: Pressed): ReviewAct | null {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    return 'handIn';
  }
  return event.ctrlKey || event.metaKey || event.altKey
    ? null
    : (acts[event.key.toLowerCase()] ?? null);
}

/** A level with Shift leads on to what is not rated yet; where Shift itself writes the digits, it is a level only. */
export function leadsOn({ key, shiftKey }: Pressed): boolean {
  return shiftKey && !/^\d$/.test(key);
}

/** The level that a key gives; null for any other key. */
export function levelOfKey(event: Pressed): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  const digit = leadsOn(event) ? event.code.replace('Digit', '') : event.key;
  return /^[1-5]$/.test(digit) ? Number(digit) : null;
}
