import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { Intake } from '../../features/staff-intake/intake';
import { wayOf } from '../../features/staff-intake/intake.shared';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function IntakePage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <Intake id={paramOf(params, 'id')} start={wayOf(paramOf(params, 'way'))} />
    </H5Only>
  );
}
