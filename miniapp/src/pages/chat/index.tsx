import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { StaffChat } from '../../features/staff-shell/staff-chat';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function ChatPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <StaffChat named={paramOf(params, 'card')} />
    </H5Only>
  );
}
