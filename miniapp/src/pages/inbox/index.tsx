import { useRouter } from '@tarojs/taro';
import { InboxScreen } from '../../platform/screens/inbox';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function InboxPage() {
  const { params } = useRouter();
  return <InboxScreen token={params['t'] ?? ''} />;
}
