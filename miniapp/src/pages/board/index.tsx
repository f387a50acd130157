import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Board } from '../../features/staff-board/board';
import { choiceOf } from '../../features/staff-pipeline/choice.shared';
import '../../locales/staff';

export default function BoardPage() {
  const { params } = useRouter();
  const start = choiceOf(params);
  return (
    <H5Only>
      <Board start={start} key={start.position} />
    </H5Only>
  );
}
