import { useEffect, type PropsWithChildren } from 'react';
import { useError } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import { queryClient } from './api/query';
import { ToastProvider } from './components/toast';
import { i18n } from './locales';
import { sayBroken } from './platform/broken';
import { watchKeyboard } from './platform/keyboard';

/** What every page stands in: language, server data, short messages. */
export function Providers({ children }: PropsWithChildren) {
  useEffect(watchKeyboard, []);
  // Taro leaves a page blank whose drawing failed.
  useError(() => sayBroken(i18n.t('ui:error.broken')));
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>{children}</ToastProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
