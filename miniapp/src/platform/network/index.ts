import Taro from '@tarojs/taro';

/** Calls back when a network is there again; gives the function that ends it. */
export function onBack(listener: () => void): () => void {
  const heard = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) {
      listener();
    }
  };
  Taro.onNetworkStatusChange(heard);
  return () => Taro.offNetworkStatusChange(heard);
}
