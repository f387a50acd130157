import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccommodationKind, Accommodations } from '@zhiyu/contracts/arrangements';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { putInterview } from '../interview/use-interview';
import type { WayProps } from './way-props';

const factors = [1, 1.5, 2] as const;
const kindOf = { 1: null, 1.5: 'time15', 2: 'time2' } as const;

function wantedOf(interview: WayProps['interview']): Accommodations {
  const { accommodations, asked } = interview.arrangements;
  return {
    timeFactor: asked.accommodations.includes('time2') ? 2 : accommodations.timeFactor,
    noCamera: accommodations.noCamera || asked.accommodations.includes('noCamera'),
    textOnly: accommodations.textOnly || asked.accommodations.includes('textOnly'),
  };
}

/** 需要便利: more time, no camera, writing only; no reason is asked for. */
export function NeedsSheet({ interview, onClose }: WayProps) {
  const { t } = useTranslation('arrange');
  const [wanted, setWanted] = useState(wantedOf(interview));
  const name = interview.contactName;
  const { accommodations: granted } = interview.arrangements.allowances;
  const when = (kind: AccommodationKind) =>
    t(granted.includes(kind) ? 'needs.atOnce' : 'needs.asks', { name });
  const change = (part: Partial<Accommodations>) => setWanted((before) => ({ ...before, ...part }));
  const save = useAct(requestRoutes.accommodate, {
    onSuccess: (after) => {
      putInterview(after);
      onClose();
    },
  });
  const factor = kindOf[wanted.timeFactor];
  return (
    <Sheet
      open
      title={t('needs.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={save.isPending ? t('candidate:sending') : undefined}
            onPress={() => save.mutate(wanted)}
          >
            {t('needs.act')}
          </Button>
        </>
      }
    >
      <p className="t15">{t('needs.lead')}</p>
      <fieldset className="arrange-time">
        <legend className="t15 bold">{t('needs.time')}</legend>
        <div className="arrange-choices">
          {factors.map((one) => (
            <Button
              key={one}
              pressed={wanted.timeFactor === one}
              onPress={() => change({ timeFactor: one })}
            >
              {t(`needs.factor.${kindOf[one] ?? 'none'}`)}
            </Button>
          ))}
        </div>
        {factor === null ? null : <p className="t13 muted">{when(factor)}</p>}
      </fieldset>
      <ul className="switch-rows arrange-switches">
        {(['noCamera', 'textOnly'] as const).map((kind) => (
          <SwitchRow
            key={kind}
            label={t(`needs.${kind}`)}
            checked={wanted[kind]}
            onChange={(on) => change({ [kind]: on })}
          >
            <p>{t(`needs.${kind}Means`)}</p>
            <p className="if">{when(kind)}</p>
          </SwitchRow>
        ))}
      </ul>
      {save.error ? (
        <p role="alert" className="interview-problem">
          {messageOf(save.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
