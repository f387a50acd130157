import { useRouter } from '@tarojs/taro';
import { InboxScreen } from '../../platform/screens/inbox';

/** `?t=` the candidate's token, which leaves the address at once; `?card=` the card whose link was pressed. */
export default function InboxPage() {
  const { params } = useRouter();
  return <InboxScreen token={params['t'] ?? ''} named={params['card'] ?? ''} />;
}
