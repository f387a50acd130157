import { useEffect } from 'react';
import Taro from '@tarojs/taro';
import type { ToastPlaceProps } from './toast-place.shared';

export * from './toast-place.shared';

/** The chat's own short message; what could be undone is done with a press there. */
export function ToastPlace({ message }: ToastPlaceProps) {
  useEffect(() => {
    if (message) {
      void Taro.showToast({ title: message.text, icon: 'none', duration: 4_000 });
    }
  }, [message]);
  return null;
}
