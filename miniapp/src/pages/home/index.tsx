import { H5Only } from '../../components/h5-only';
import { StaffHome } from '../../features/staff-home/home';

export default function HomePage() {
  return (
    <H5Only>
      <StaffHome />
    </H5Only>
  );
}
