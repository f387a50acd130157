import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { ReportPage } from '../../features/staff-report/report-page';
import { paramOf } from '../../features/staff-shell/address.shared';
import '../../locales/staff';

export default function InterviewReportPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <ReportPage interviewId={paramOf(params, 'interview')} />
    </H5Only>
  );
}
