import { useRouter } from '@tarojs/taro';
import { StatusScreen } from '../../platform/screens/status';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function StatusPage() {
  const { params } = useRouter();
  return <StatusScreen token={params['t'] ?? ''} />;
}
