import { H5Only } from '../../components/h5-only';
import { Impact } from '../../features/staff-impact/impact';
import '../../locales/staff';

export default function ImpactPage() {
  return (
    <H5Only>
      <Impact />
    </H5Only>
  );
}
