import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicPosition } from '@zhiyu/contracts/position';
import { Button } from '../../components/button';
import { CompanyLine } from '../../components/company-mark';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { daysOf, minutesToRead } from './apply.shared';
import { ResumeRows } from './resume-rows';
import { useApply, type ApplyState } from './use-apply';
import './apply.scss';

function Job({ position }: { position: PublicPosition }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  return (
    <header className="apply-job">
      <CompanyLine name={position.companyName} logo={position.companyLogo} />
      <h1 className="h1">{[position.name, position.place].filter(Boolean).join(' · ')}</h1>
      <p>
        {position.pay === '' ? null : `${position.pay}  `}
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t('apply.about', { minutes: minutesToRead(position.description) })}
        </button>
      </p>
      <p>
        {t('apply.promise', { days: daysOf(position.answerHours), name: position.contactName })}
      </p>
      <Sheet
        open={open}
        title={position.name}
        onClose={() => setOpen(false)}
        footer={<Button onPress={() => setOpen(false)}>{t('ui:close')}</Button>}
      >
        <p className="pre">{position.description}</p>
      </Sheet>
    </header>
  );
}

function FileRow({ apply }: { apply: ApplyState }) {
  const { t } = useTranslation('candidate');
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    if (chosen) {
      void apply.read(chosen);
    }
  };
  const input = (
    <input type="file" className="sr" accept=".pdf,.docx,.txt,.md,text/plain" onChange={choose} />
  );
  if (apply.reading !== null || apply.file !== null) {
    return (
      <div className="apply-file" role="status">
        <Icon name="file" />
        <span>
          {apply.reading ?? apply.file?.name}
          <small>{t(apply.reading === null ? 'apply.fileRead' : 'apply.reading')}</small>
        </span>
        {apply.reading === null ? (
          <label className="btn quiet touch">
            {t('apply.another')}
            {input}
          </label>
        ) : null}
      </div>
    );
  }
  return (
    <div className="apply-start">
      <label className={`btn big wide ${apply.open ? '' : 'primary'}`}>
        <Icon name="upload" size="s" />
        {t('apply.upload')}
        {input}
      </label>
      <p className="cap">{t('apply.kinds')}</p>
      {apply.open ? null : (
        <Button look="quiet" className="touch" onPress={apply.startTyping}>
          {t('apply.noFile')}
        </Button>
      )}
    </div>
  );
}

function Agree({ apply, position }: { apply: ApplyState; position: PublicPosition }) {
  const { t } = useTranslation('candidate');
  return (
    <div className="apply-agree">
      <label>
        <input
          type="checkbox"
          className="check big"
          checked={apply.agreed}
          aria-invalid={apply.wrong === 'consent'}
          aria-describedby="apply-consent-wrong"
          onChange={(event) => apply.setAgreed(event.target.checked)}
        />
        <span>
          {t('apply.consent')}
          <small>{t('apply.consentMore', { company: position.companyName })}</small>
        </span>
      </label>
      <p id="apply-consent-wrong" className="apply-wrong" role="alert">
        {apply.wrong === 'consent' && !apply.agreed ? t('apply.wrong.consent') : null}
      </p>
      <label>
        <input
          type="checkbox"
          className="check big"
          checked={apply.pool}
          onChange={(event) => apply.setPool(event.target.checked)}
        />
        <span>
          {t('apply.pool')}
          <small>{t('apply.poolMore')}</small>
        </span>
      </label>
    </div>
  );
}

/** The public page of a position: what it is, a file or words, 投递. No account. */
export function Apply({ code }: { code: string }) {
  const { t } = useTranslation('candidate');
  const apply = useApply(code);
  const started = apply.open || apply.file !== null;
  const title = apply.position.data?.name ?? t('apply.title');
  if (code === '') {
    return (
      <Page title={t('apply.title')}>
        <Empty title={t('apply.noCode')}>{t('apply.noCodeMore')}</Empty>
      </Page>
    );
  }
  const submit = (
    <>
      {apply.failure === null ? null : (
        <p className="apply-wrong" role="alert">
          {apply.failure}
        </p>
      )}
      <Button
        look="primary"
        size="big"
        wide
        busy={apply.sending ? t('apply.sending') : undefined}
        disabled={apply.reading !== null}
        onPress={() => void apply.submit()}
      >
        {t('apply.send')}
      </Button>
    </>
  );
  return (
    <Page title={title} footer={started ? submit : undefined}>
      <Awaited query={apply.position}>
        {(position) => (
          <>
            <Job position={position} />
            {position.open ? (
              <>
                <FileRow apply={apply} />
                {!started && apply.failure !== null ? (
                  <p className="apply-wrong pad" role="alert">
                    {apply.failure}
                  </p>
                ) : null}
                {started ? (
                  <>
                    <ResumeRows apply={apply} />
                    <Agree apply={apply} position={position} />
                  </>
                ) : null}
              </>
            ) : (
              <Empty title={t('apply.closed')}>{t('apply.closedMore')}</Empty>
            )}
          </>
        )}
      </Awaited>
    </Page>
  );
}
