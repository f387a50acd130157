import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Interview } from '../../features/interview/interview';
import { WithSession } from '../../features/session/with-session';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function InterviewPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="interview">
        <Interview />
      </WithSession>
    </H5Only>
  );
}
