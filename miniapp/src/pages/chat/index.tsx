import { H5Only } from '../../components/h5-only';
import { StaffChat } from '../../features/staff-shell/staff-chat';
import '../../locales/staff';

export default function ChatPage() {
  return (
    <H5Only>
      <StaffChat />
    </H5Only>
  );
}
