import type { ReactNode } from 'react';
import { Text, View, WebView } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { pageAddress } from './h5-only.shared';

/**
 * In a mini-program the same page of the H5 app inside a web view, where an address was set at build
 * time; otherwise one sentence that says where it opens.
 */
export function H5Only(_props: { children: ReactNode }) {
  const { path, params } = useRouter();
  if (H5_ORIGIN) {
    return <WebView src={pageAddress(H5_ORIGIN, path, params)} />;
  }
  return (
    <View style={{ padding: '24px' }}>
      <Text>这一页在聊天里的浏览器打开。请点聊天里收到的链接。</Text>
    </View>
  );
}
