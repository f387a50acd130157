import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Alerts } from '../../features/staff-alerts/alerts';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function AlertsPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Alerts id={paramOf(params, 'id')} start={paramOf(params, 'part')} />
    </H5Only>
  );
}
