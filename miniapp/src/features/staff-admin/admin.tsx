import { SetUp } from '../staff-home/first-run';
import { FeedbackPart } from '../staff-guide/feedback-part';
import { CardsPart } from '../staff-cards/gallery';
import { useMe } from '../staff-shell/use-me';
import { AdminFrame } from './admin-frame';
import { adminPartOf, partsFor, type AdminPartName } from './admin.shared';
import { ChannelsPart } from './channels';
import { CompanyPart } from './company';
import { Departments } from './departments';
import { Holidays } from './holidays';
import { Own } from './own';
import { People } from './people';
import { PoolRegions } from './pool-regions';
import { SystemPart } from './system';

function Part({ name }: { name: AdminPartName }) {
  switch (name) {
    case 'setup':
      return <SetUp />;
    case 'feedback':
      return <FeedbackPart />;
    case 'company':
      return <CompanyPart />;
    case 'people':
      return <People />;
    case 'departments':
      return <Departments />;
    case 'channels':
      return <ChannelsPart />;
    case 'cards':
      return <CardsPart />;
    case 'system':
      return <SystemPart />;
    case 'holidays':
      return <Holidays />;
    case 'regions':
      return <PoolRegions />;
    default:
      return <Own />;
  }
}

/** Settings: the own account for everybody, the company for those who run it. */
export function Admin({ part }: { part: string }) {
  const me = useMe();
  const name = adminPartOf(part, partsFor(me.data?.may ?? []));
  return (
    <AdminFrame current={name}>
      <Part name={name} />
    </AdminFrame>
  );
}
