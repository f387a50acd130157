import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Board } from '../../features/staff-board/board';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function BoardPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Board positionId={paramOf(params, 'position')} />
    </H5Only>
  );
}
