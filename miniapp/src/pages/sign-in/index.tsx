import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { SignIn } from '../../features/staff-sign-in/sign-in';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function SignInPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <SignIn next={paramOf(params, 'next')} byPassword={paramOf(params, 'by') === 'password'} />
    </H5Only>
  );
}
