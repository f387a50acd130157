import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Bank } from '../../features/staff-bank/bank';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function QuestionsPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Bank start={paramOf(params, 'code')} />
    </H5Only>
  );
}
