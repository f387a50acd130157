import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf, ApiError } from '../../api/error';
import { retryFailed } from '../../api/query';
import { Button } from '../button';
import './index.scss';

/** Grey lines in the shape of what comes, after 300 ms; said to screen readers at once. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="state-loading" role="status" aria-label={t('state.loading')}>
      {shown
        ? Array.from({ length: lines }, (_, i) => (
            <i key={i} style={{ width: `${92 - i * 14}%` }} />
          ))
        : null}
    </div>
  );
}

interface SaidProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, and why that is fine. */
export function Empty({ title, children, action }: SaidProps) {
  return (
    <div className="state-said">
      <p className="t16 mid">{title}</p>
      {children === undefined ? null : <p className="muted">{children}</p>}
      {action}
    </div>
  );
}

/** What went wrong in the server's own sentence, and the way out. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const denied = error instanceof ApiError && error.code === 'notAllowed';
  return (
    <div className="state-said" role="alert">
      <p className="t16 mid">{messageOf(error)}</p>
      {denied ? <p className="muted">{t('state.denied')}</p> : null}
      {onRetry && !denied ? (
        <Button onPress={onRetry} className="touch">
          {t('state.again')}
        </Button>
      ) : null}
    </div>
  );
}

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Loading, failed, or the thing itself. Old data stays while new data is fetched. */
export function Awaited<T>({
  query,
  children,
}: {
  query: Query<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    const retry = () => {
      void query.refetch();
      retryFailed();
    };
    return <Failed error={query.error} onRetry={retry} />;
  }
  return <Loading />;
}
