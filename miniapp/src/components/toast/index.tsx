import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type PropsWithChildren,
} from 'react';
import { ToastPlace, type Message } from '../../platform/toast-place';

type Say = (text: string, undo?: Message['undo']) => void;

const ToastContext = createContext<Say>(() => undefined);

/** Say something short that needs no act: saved, sent, taken back. Errors that need an act stand on the page instead. */
export function useToast(): Say {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: PropsWithChildren) {
  const [message, setMessage] = useState<Message | null>(null);
  const say = useCallback<Say>((text, undo) => {
    setMessage({ id: Date.now(), text, ...(undo ? { undo } : {}) });
  }, []);
  useEffect(() => {
    if (!message) {
      return;
    }
    const timer = setTimeout(() => setMessage(null), message.undo ? 10_000 : 4_000);
    return () => clearTimeout(timer);
  }, [message]);
  const value = useMemo(() => say, [say]);
  return (
    <ToastContext.Provider value={value}>
      {children}
      <ToastPlace message={message} onUndone={() => setMessage(null)} />
    </ToastContext.Provider>
  );
}
