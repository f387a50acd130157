import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { InternalPart } from './performance';
import { PersonAroundPart } from './person-around';
import { TimelineTab } from './records';

/** What outlasts this application: the person elsewhere, past performance, and all that happened. */
export function ArchiveTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('file');
  return (
    <>
      <PersonAroundPart application={application} />
      <InternalPart id={application.id} />
      <section className="section">
        <h2 className="sec-h">{t('timeline')}</h2>
        <TimelineTab id={application.id} />
      </section>
    </>
  );
}
