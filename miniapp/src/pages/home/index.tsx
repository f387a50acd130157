import { H5Only } from '../../components/h5-only';
import { StaffHome } from '../../features/staff-home/home';
import '../../locales/staff';

export default function HomePage() {
  return (
    <H5Only>
      <StaffHome />
    </H5Only>
  );
}
