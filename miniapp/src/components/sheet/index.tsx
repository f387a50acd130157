import { useEffect, useId, useRef, type ReactNode } from 'react';
import './index.scss';

export interface SheetProps {
  open: boolean;
  /** The act, and how many people it touches. */
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, mildest first: it takes the focus. */
  footer?: ReactNode;
}

/** A native modal dialog: a sheet from below on the phone, in the middle on the desk. Esc closes it, focus returns. */
export function Sheet({ open, title, onClose, children, footer }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) {
      return;
    }
    if (open && !element.open) {
      element.showModal();
    } else if (!open && element.open) {
      element.close();
    }
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="sheet-dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) {
          onClose();
        }
      }}
    >
      <div className="sheet-dialog-in">
        <h2 id={titleId} className="h2" tabIndex={-1}>
          {title}
        </h2>
        <div className="sheet-dialog-body">{open ? children : null}</div>
        <div className="sheet-dialog-foot">{footer}</div>
      </div>
    </dialog>
  );
}
