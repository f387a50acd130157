import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Position } from '../../features/staff-position/position';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function PositionPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Position id={paramOf(params, 'id')} part={paramOf(params, 'part')} />
    </H5Only>
  );
}
