import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { CandidateInbox } from '../../features/candidate-inbox/candidate-inbox';
import { WithSession } from '../../features/session/with-session';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function InboxPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="inbox">
        <CandidateInbox />
      </WithSession>
    </H5Only>
  );
}
