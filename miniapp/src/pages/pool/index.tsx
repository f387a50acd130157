import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Pool } from '../../features/staff-pool/pool';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function PoolPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Pool positionId={paramOf(params, 'position')} />
    </H5Only>
  );
}
