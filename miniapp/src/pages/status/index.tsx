import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Status } from '../../features/status/status';
import { WithSession } from '../../features/session/with-session';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function StatusPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="status">
        <Status />
      </WithSession>
    </H5Only>
  );
}
