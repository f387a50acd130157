import { H5Only } from '../../components/h5-only';
import { Meetings } from '../../features/staff-meetings/meetings';
import '../../locales/staff';

export default function MeetingsPage() {
  return (
    <H5Only>
      <Meetings />
    </H5Only>
  );
}
