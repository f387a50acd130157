import { useRouter } from '@tarojs/taro';
import { InterviewScreen } from '../../platform/screens/interview';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function InterviewPage() {
  const { params } = useRouter();
  return <InterviewScreen token={params['t'] ?? ''} />;
}
