import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { OwnMeeting } from '../../features/meeting/own-meeting';
import { WithSession } from '../../features/session/with-session';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function MeetingPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="meeting">
        <OwnMeeting />
      </WithSession>
    </H5Only>
  );
}
