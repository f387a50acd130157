import { H5Only } from '../../components/h5-only';
import { Positions } from '../../features/staff-position/positions';
import '../../locales/staff';

export default function PositionsPage() {
  return (
    <H5Only>
      <Positions />
    </H5Only>
  );
}
