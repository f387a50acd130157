import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Tests } from '../../features/staff-written-tests/tests';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

/** `?id=` a written test; `?part=import` results from a table. */
export default function TestsPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Tests id={paramOf(params, 'id')} part={paramOf(params, 'part')} />
    </H5Only>
  );
}
