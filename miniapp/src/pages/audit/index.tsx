import { H5Only } from '../../components/h5-only';
import { Audit } from '../../features/staff-admin/audit';
import '../../locales/staff';

export default function AuditPage() {
  return (
    <H5Only>
      <Audit />
    </H5Only>
  );
}
