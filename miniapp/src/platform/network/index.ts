import Taro from '@tarojs/taro';

function onChange(to: boolean, listener: () => void): () => void {
  const heard = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected === to) {
      listener();
    }
  };
  Taro.onNetworkStatusChange(heard);
  return () => Taro.offNetworkStatusChange(heard);
}

/** Calls back when a network is there again; gives the function that ends it. */
export const onBack = (listener: () => void): (() => void) => onChange(true, listener);

/** Calls back when the network is gone; gives the function that ends it. */
export const onAway = (listener: () => void): (() => void) => onChange(false, listener);

/** The device itself knows that it has no network: here it has to be asked, and a call finds out as well. */
export const isAway = (): boolean => false;
