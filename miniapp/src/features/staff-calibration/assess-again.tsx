import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import './words';

/** A new assessment, which nothing but a person's wish makes of the same words. */
export function AssessAgain({ interviewId }: { interviewId: string }) {
  const { t } = useTranslation('calibration');
  const say = useToast();
  const may = useMay();
  const act = useAct(routes.assessAgain, {
    refresh: [routes.report],
    onSuccess: () => say(t('report.againDone')),
  });
  return may('calibration.grade') ? (
    <section className="section">
      <p className="cap">{t('report.againMore')}</p>
      <p>
        <Button
          size="small"
          busy={act.isPending ? t('report.againBusy') : undefined}
          onPress={() => act.mutate({ id: interviewId })}
        >
          {t('report.again')}
        </Button>
      </p>
      {act.error ? <Failed error={act.error} /> : null}
    </section>
  ) : null;
}
