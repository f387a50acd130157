import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Apply } from '../../features/apply/apply';

/** `?code=` of a tracked link. */
export default function ApplyPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Apply code={params['code'] ?? ''} />
    </H5Only>
  );
}
