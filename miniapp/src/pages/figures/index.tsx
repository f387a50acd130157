import { H5Only } from '../../components/h5-only';
import { Figures } from '../../features/staff-figures/figures';
import '../../locales/staff';

export default function FiguresPage() {
  return (
    <H5Only>
      <Figures />
    </H5Only>
  );
}
