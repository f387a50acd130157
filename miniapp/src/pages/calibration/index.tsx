import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { CalibrationPage } from '../../features/staff-calibration/calibration-page';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function Calibration() {
  const { params } = useRouter();
  return (
    <H5Only>
      <CalibrationPage
        id={paramOf(params, 'id')}
        of={{
          positionId: paramOf(params, 'position'),
          code: paramOf(params, 'code'),
          bank: paramOf(params, 'bank'),
          answerId: paramOf(params, 'answer'),
        }}
      />
    </H5Only>
  );
}
