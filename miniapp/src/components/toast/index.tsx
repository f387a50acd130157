import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type PropsWithChildren,
} from 'react';
import { createPortal } from 'react-dom';
import './index.scss';

interface Message {
  id: number;
  text: string;
  undo?: { label: string; run: () => void };
}

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

/** Outside the app's element: Taro hides a page that is not the last child. Mini-programs have no such place. */
function ToastPlace({ message, onUndone }: { message: Message | null; onUndone: () => void }) {
  if (process.env.TARO_ENV !== 'h5') {
    return null;
  }
  const undo = message?.undo;
  return createPortal(
    <div className="toast-place" role="status" aria-live="polite">
      {message ? (
        <p className="toast" key={message.id}>
          {message.text}
          {undo ? (
            <button
              type="button"
              onClick={() => {
                undo.run();
                onUndone();
              }}
            >
              {undo.label}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>,
    document.body,
  );
}
