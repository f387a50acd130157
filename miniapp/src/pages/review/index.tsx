import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Review } from '../../features/staff-review/review';
import { startOf } from '../../features/staff-review/review.shared';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function ReviewPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Review
        interviewId={paramOf(params, 'interview')}
        start={startOf(paramOf(params, 'answer'), paramOf(params, 'at'))}
      />
    </H5Only>
  );
}
