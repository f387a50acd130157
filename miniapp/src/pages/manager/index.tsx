import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Manager } from '../../features/staff-board/manager';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function ManagerPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Manager positionId={paramOf(params, 'position')} />
    </H5Only>
  );
}
