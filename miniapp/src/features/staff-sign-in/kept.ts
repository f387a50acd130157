/** For this window only, and only where the browser keeps anything. */
const NEXT = 'zhiyu.sign-in.next';
const TRIED = 'zhiyu.sign-in.tried';

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without it the way leads home.
  }
}

/** Where to go after the chat has sent the browser back. It stays here: what comes back with the code decides nothing. */
export function keepNext(next: string): void {
  write(NEXT, next);
}

export function takeNext(): string {
  const next = read(NEXT);
  write(NEXT, '');
  return next;
}

/** True once in this window: who signed out, or was refused, is not signed in again without asking for it. */
export function firstTry(): boolean {
  const first = read(TRIED) === '';
  write(TRIED, '1');
  return first;
}
