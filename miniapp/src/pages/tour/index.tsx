import { H5Only } from '../../components/h5-only';
import { TourPage } from '../../features/staff-tour/tour';
import '../../locales/staff';

export default function Tour() {
  return (
    <H5Only>
      <TourPage />
    </H5Only>
  );
}
