import { useEffect, type PropsWithChildren } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import { queryClient } from './api/query';
import { ToastProvider } from './components/toast';
import { i18n } from './locales';
import { watchKeyboard } from './platform/keyboard';

/** What every page stands in: language, server data, short messages. */
export function Providers({ children }: PropsWithChildren) {
  useEffect(watchKeyboard, []);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>{children}</ToastProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
