import { useEffect } from 'react';
import { goTo } from '../staff-shell/address';
import { pagePath } from '../staff-shell/address.shared';
import { isFreeKey } from './free-key';

/** V opens the review room of an interview, where nothing is being written. */
export function useRoomKey(interview: string | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (interview && event.key.toLowerCase() === 'v' && isFreeKey(event)) {
        goTo(pagePath('review', { interview }));
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [interview]);
}
