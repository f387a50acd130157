import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Admin } from '../../features/staff-admin/admin';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function AdminPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Admin part={paramOf(params, 'part')} />
    </H5Only>
  );
}
