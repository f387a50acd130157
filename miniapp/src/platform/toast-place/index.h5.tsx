import { createPortal } from 'react-dom';
import type { ToastPlaceProps } from './toast-place.shared';
import './index.scss';

export * from './toast-place.shared';

/** Outside the app's element: Taro hides a page that is not the last child. */
export function ToastPlace({ message, onUndone }: ToastPlaceProps) {
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
