import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Review } from '../../features/staff-review/review';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function ReviewPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Review interviewId={paramOf(params, 'interview')} />
    </H5Only>
  );
}
