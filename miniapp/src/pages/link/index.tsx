import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { SignInByLink } from '../../features/staff-sign-in/link';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function LinkPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <SignInByLink token={paramOf(params, 't')} />
    </H5Only>
  );
}
