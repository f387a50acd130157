import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Live } from '../../features/staff-live/live';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

/** `?interview=` the one that is open. */
export default function LivePage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Live interview={paramOf(params, 'interview')} />
    </H5Only>
  );
}
