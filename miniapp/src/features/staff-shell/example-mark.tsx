import { useTranslation } from 'react-i18next';

/** 示例: a record of the example company. */
export function ExampleMark({ on }: { on: boolean }) {
  const { t } = useTranslation('ui');
  return on ? <span className="tag example-mark">{t('example')}</span> : null;
}
