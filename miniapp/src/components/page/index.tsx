import { useEffect, type ReactNode } from 'react';
import './index.scss';

export interface PageProps {
  /** Title of the window. */
  title: string;
  children: ReactNode;
  /** Stays at the bottom of the screen on a phone. */
  footer?: ReactNode;
  /** `read` one column of 480 on the desk, `full` the whole width. */
  width?: 'read' | 'full';
  /** Dark ground for camera and video. */
  stage?: boolean;
  className?: string;
}

/** The frame of a page: one `main`, content, footer. The chat draws its own bar above it. */
export function Page({
  title,
  children,
  footer,
  width = 'read',
  stage = false,
  className = '',
}: PageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const root = document.documentElement;
    if (stage) {
      root.dataset['stage'] = '';
    }
    return () => {
      delete root.dataset['stage'];
    };
  }, [stage]);
  return (
    <main className={`page page-${width} ${stage ? 'page-stage' : ''} ${className}`}>
      <div className="page-body">{children}</div>
      {footer === undefined ? null : <div className="page-foot">{footer}</div>}
    </main>
  );
}
