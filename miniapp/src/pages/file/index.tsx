import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { CandidateFile } from '../../features/staff-file/file';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function FilePage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <CandidateFile
        id={paramOf(params, 'id')}
        tab={paramOf(params, 'tab')}
        line={paramOf(params, 'line')}
      />
    </H5Only>
  );
}
