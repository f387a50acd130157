import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Figures } from '../../features/staff-figures/figures';
import { monthIn } from '../../features/staff-shell/months.shared';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

/** `?month=2026-10`: the figures of that month. */
export default function FiguresPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Figures month={monthIn(paramOf(params, 'month'))} />
    </H5Only>
  );
}
