import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { WithSession } from '../../features/session/with-session';
import { WrittenTest } from '../../features/written-test/written-test';

/** `?id=` the test that was sent, `?t=` the candidate's token; it leaves the address at once. */
export default function TestPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="test">
        <WrittenTest id={params['id'] ?? ''} />
      </WithSession>
    </H5Only>
  );
}
