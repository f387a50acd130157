import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { ChatReturn } from '../../features/staff-sign-in/chat-return';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function ChatSignInPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <ChatReturn
        chat={paramOf(params, 'chat')}
        code={paramOf(params, 'code')}
        state={paramOf(params, 'state')}
      />
    </H5Only>
  );
}
