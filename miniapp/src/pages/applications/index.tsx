import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Applications } from '../../features/staff-applications/applications';
import { startOf } from '../../features/staff-applications/filter.shared';
import '../../locales/staff';

export default function ApplicationsPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Applications start={startOf(params)} />
    </H5Only>
  );
}
