import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { Button } from '../../components/button';
import { useMay } from '../staff-shell/use-me';
import { LaterSheet } from './later';

/** Where more days mean something (the server says so too). */
const extendable: readonly string[] = ['invited', 'consented', 'running', 'expired'];

/** On the candidate's file: more days for the invitation or the interview that is open or has run out. */
export function MoreDays({ interview }: { interview: ApplicationDetail['interviews'][number] }) {
  const { t } = useTranslation('live');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { id, deadline, state } = interview;
  return may('interview.ask') && extendable.includes(state) ? (
    <p className="more-days">
      <Button className="touch" onPress={() => setOpen(true)}>
        {t('later')}
      </Button>
      {open ? (
        <LaterSheet interviewId={id} deadline={deadline} onClose={() => setOpen(false)} />
      ) : null}
    </p>
  ) : null;
}
