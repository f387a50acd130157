import { H5Only } from '../../components/h5-only';
import { OwnPassword } from '../../features/staff-sign-in/password';
import '../../locales/staff';

export default function PasswordPage() {
  return (
    <H5Only>
      <OwnPassword />
    </H5Only>
  );
}
