import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionFromBank } from '@zhiyu/contracts/bank-copy';
import { routes } from '@zhiyu/contracts/routes';
import type { BankDetail, BankList, BankSummary } from '@zhiyu/contracts/question-bank';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { type BankFilter, dimensionFor, noFilter, queryOf } from '../staff-bank/bank.shared';
import { BankFilters } from '../staff-bank/bank-filters';
import { ItemView, useExposure } from '../staff-bank/item-view';
import { hrefOf } from '../staff-shell/address.shared';
import '../staff-applications/applications.scss';
import '../staff-bank/bank.scss';
import { Coverage } from './coverage';
import { minutesOf } from './position.shared';
import type { Draft } from './use-draft';

/** The most questions of one interview. */
const MOST = 12;

interface PickProps {
  item: BankSummary;
  draft: Draft;
  competency: BankList['competencies'][number] | undefined;
}

/** The item as a whole, the dimension it is to measure, and the button that copies it. */
function Preview({ detail, draft, competency }: Omit<PickProps, 'item'> & { detail: BankDetail }) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  const { dimensions } = content.model;
  const meant = dimensionFor(competency, dimensions);
  const [dimension, setDimension] = useState(meant ?? '');
  const taken = content.questions.some(({ code }) => code === detail.code);
  const pick = () => {
    const question = questionFromBank(detail, dimension);
    const { plan } = content;
    const codes = plan.questionCodes.length < MOST ? [detail.code] : [];
    draft.change({
      questions: [...content.questions, question],
      plan: { ...plan, questionCodes: [...plan.questionCodes, ...codes] },
    });
  };
  return (
    <>
      <ItemView detail={detail} />
      <div className="row">
        <label className="field">
          <span className="t13">{t('bank.measures')}</span>
          <select
            className="select"
            value={dimension}
            disabled={taken}
            onChange={(event) => setDimension(event.target.value)}
          >
            <option value="">{t('bank.chooseDimension')}</option>
            {dimensions.map((one) => (
              <option key={one.code} value={one.code}>
                {textIn(one.name)}
              </option>
            ))}
          </select>
        </label>
        <Button look="primary" disabled={taken || dimension === ''} onPress={pick}>
          {t(taken ? 'bank.taken' : 'bank.pick')}
        </Button>
      </div>
      {meant === null && !taken ? <p className="t13 muted">{t('bank.noDimension')}</p> : null}
    </>
  );
}

function Pick({ item, draft, competency }: PickProps) {
  const { t } = useTranslation('staff');
  const exposure = useExposure();
  const [open, setOpen] = useState(false);
  const detail = useRoute(routes.bankItem, { code: item.code }, { enabled: open });
  const taken = draft.content.questions.some(({ code }) => code === item.code);
  return (
    <details className="bank-pick" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {textIn(item.text)}{' '}
        <span className="t13 faint num">
          {[
            t(`questionKind.${item.kind}`),
            t('bank.minutes', { n: Math.ceil(item.seconds / 60) }),
            exposure(item.exposure),
            taken ? t('bank.taken') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      {open ? (
        <Awaited query={detail}>
          {(whole) => <Preview detail={whole} draft={draft} competency={competency} />}
        </Awaited>
      ) : null}
    </details>
  );
}

/** 从题库选题: items by competency and words, each with its anchors; what the plan covers stands above. */
export function BankSheet({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const [filter, setFilter] = useState<BankFilter>(noFilter);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const list = useRoute(routes.listBank, queryOf(filter, search));
  const { plan } = draft.content;
  return (
    <Sheet
      open
      title={t('bank.pickTitle')}
      onClose={onClose}
      footer={
        <>
          <span className="t13 muted num">
            {t('plan.length', {
              count: plan.questionCodes.length,
              minutes: minutesOf(draft.content),
            })}
          </span>
          <Button onPress={onClose}>{t('bank.done')}</Button>
        </>
      }
    >
      <Coverage content={draft.content} />
      <BankFilters
        few
        competencies={list.data?.competencies ?? []}
        filter={filter}
        search={typed}
        onFilter={setFilter}
        onSearch={setTyped}
      />
      <Awaited query={list}>
        {({ items, competencies }) =>
          items.length === 0 ? (
            <Empty title={t('bank.noneFound')}>{t('bank.emptyMore')}</Empty>
          ) : (
            items.map((item) => (
              <Pick
                key={item.code}
                item={item}
                draft={draft}
                competency={competencies.find(({ code }) => code === item.competency)}
              />
            ))
          )
        }
      </Awaited>
      <p className="t13">
        <a href={hrefOf('questions')}>{t('bank.title')}</a>
      </p>
    </Sheet>
  );
}
