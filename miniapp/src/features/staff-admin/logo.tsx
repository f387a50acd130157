import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import type { Company } from '@zhiyu/contracts/staff';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { queryClient, useAct } from '../../api/query';
import { Button } from '../../components/button';
import { CompanyMark } from '../../components/company-mark';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';

/** The company's picture: chosen, it is there at once; what it may be, the server checks. */
export function Logo({ company }: { company: Company }) {
  const { t } = useTranslation('staff');
  const edit = useMay()('company.edit');
  const say = useToast();
  const upload = useMutation({
    mutationFn: (file: Blob) => call(routes.saveLogo, {}, { file }),
    onSuccess: async () => {
      say(t('ui:saved'));
      await Promise.all(
        [routes.company, routes.cardGallery].map(({ path }) =>
          queryClient.invalidateQueries({ queryKey: [path] }),
        ),
      );
    },
  });
  const remove = useAct(routes.removeLogo, {
    refresh: [routes.company, routes.cardGallery],
    onSuccess: () => say(t('ui:saved')),
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) {
      upload.mutate(file);
    }
  };
  const fault = upload.error ?? remove.error;
  return (
    <section className="narrow company-logo" aria-labelledby="company-logo">
      <h2 className="sec-h" id="company-logo">
        {t('company.logo')}
      </h2>
      <div className="company-logo-row">
        <CompanyMark name={company.name} logo={company.logo} />
        {edit ? (
          <>
            <label className="btn touch">
              {t(company.logo === null ? 'company.logoAdd' : 'company.logoChoose')}
              <input
                type="file"
                className="sr"
                accept="image/png,image/jpeg,image/webp"
                disabled={upload.isPending}
                onChange={choose}
              />
            </label>
            {company.logo === null ? null : (
              <Button look="quiet" className="touch" onPress={() => remove.mutate({})}>
                {t('company.logoRemove')}
              </Button>
            )}
          </>
        ) : null}
      </div>
      <p className="cap">
        {t('company.logoHint')} {t('company.logoNone')}
      </p>
      {fault ? (
        <p className="fault" role="alert">
          {messageOf(fault)}
        </p>
      ) : null}
    </section>
  );
}
