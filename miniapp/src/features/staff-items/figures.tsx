import { useTranslation } from 'react-i18next';
import {
  itemLimits,
  type ItemStatistics,
  leastItemAnswers,
} from '@zhiyu/contracts/item-statistics';
import { routes } from '@zhiyu/contracts/routes';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { textIn } from '../../locales';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import './figures.scss';
import './words';

const two = (value: number) => value.toFixed(2);

/** How many scored in each fifth of the scale: a picture of the spread. */
function Fifths({ fifths }: { fifths: number[] }) {
  const { t } = useTranslation('items');
  const most = Math.max(1, ...fifths);
  return (
    <div className="fifths" role="img" aria-label={t('fifths', { counts: fifths.join(' / ') })}>
      <span className="cap">{t('low')}</span>
      <span className="fifths-bars">
        {fifths.map((count, at) => (
          <i key={at} style={{ height: `${Math.max(2, (count / most) * 40)}px` }} />
        ))}
      </span>
      <span className="cap">{t('high')}</span>
    </div>
  );
}

/** One press does what is proposed: in the plans of positions, and in the bank. */
function Accept({
  code,
  act,
  instead,
}: { code: string } & NonNullable<ItemStatistics['proposal']>) {
  const { t } = useTranslation('items');
  const say = useToast();
  const accept = useAct(routes.acceptProposal, {
    refresh: [routes.itemStatistics, routes.listBank, routes.bankItem],
    onSuccess: ({ changed, left }) => {
      const names = left.map((name) => textIn(name)).join(t('staff:comma'));
      say(t(left.length > 0 ? 'doneBut' : 'done', { count: changed.length, names }));
    },
  });
  const label = t(instead === null ? 'accept.retire' : `accept.${act}Instead`);
  return (
    <>
      <Button
        size="small"
        busy={accept.isPending ? t('staff:saving') : undefined}
        onPress={() => accept.mutate({ code, act, instead, note: label })}
      >
        {label}
      </Button>
      {accept.error ? <Failed error={accept.error} /> : null}
    </>
  );
}

/** The question that could be asked in its place, by its words. */
function Instead({ code }: { code: string }) {
  const list = useRoute(routes.listBank, {});
  const item = list.data?.items.find((one) => one.code === code);
  return <a href={hrefOf('questions', { code })}>{item ? textIn(item.text) : code}</a>;
}

function Proposal({ figures, bank }: { figures: ItemStatistics; bank: boolean }) {
  const { t } = useTranslation('items');
  const { proposal } = figures;
  return proposal === null ? null : (
    <div className="figures-proposal">
      <StateWord of="warn">{t(proposal.act)}</StateWord>
      <span>{proposal.reasons.map((reason) => t(`reason.${reason}`)).join(t('staff:comma'))}</span>
      <span className="muted t13">
        {proposal.instead === null ? (
          t('insteadNone')
        ) : (
          <>
            {t('instead')} {bank ? <Instead code={proposal.instead} /> : proposal.instead}
          </>
        )}
        {' · '}
        {t('person')}
      </span>
      {bank && (proposal.act === 'retire' || proposal.instead !== null) ? (
        <Accept code={figures.code} {...proposal} />
      ) : null}
    </div>
  );
}

/** When something is proposed: the limits are those that the server counts by. */
function Rules() {
  const { t } = useTranslation('items');
  const { percent } = useWords();
  const { poor, easiest, hardest, unread, often, oftenTimes } = itemLimits;
  return (
    <details className="figures-rules t13">
      <summary>{t('rules.title')}</summary>
      <ul className="muted">
        <li>
          {t('rules.retire', {
            ...{ least: leastItemAnswers, poor: two(poor), unread: percent(unread) },
            ...{ easiest: percent(easiest), hardest: percent(hardest) },
          })}
        </li>
        <li>{t('rules.rotate', { often, times: oftenTimes })}</li>
        <li>{t('rules.person')}</li>
      </ul>
    </details>
  );
}

/** How one question has worked, each figure with its interval; too few answers say so. */
export function Figures({
  figures,
  at,
  bank = false,
  rules = bank,
}: {
  figures: ItemStatistics | undefined;
  at: number | null;
  /** Of the bank: what is proposed can be done here. */
  bank?: boolean;
  /** Says when something is proposed. */
  rules?: boolean;
}) {
  const { t } = useTranslation('items');
  const words = useWords();
  if (!figures) {
    return <p className="muted t13">{t('never')}</p>;
  }
  const { answers, difficulty, discrimination } = figures;
  const few = t('few', { answers, least: leastItemAnswers });
  const percent = (share: number) => words.percent(share);
  return (
    <div className="figures">
      <Proposal figures={figures} bank={bank} />
      <dl className="pairs-list t13">
        <div>
          <dt>
            {t('difficulty')} <span className="cap">{t('difficultyMore')}</span>
          </dt>
          <dd className="num">
            {difficulty === null
              ? few
              : t('interval', {
                  value: percent(difficulty.value),
                  low: percent(difficulty.low),
                  high: percent(difficulty.high),
                })}
          </dd>
        </div>
        <div>
          <dt>
            {t('discrimination')} <span className="cap">{t('discriminationMore')}</span>
          </dt>
          <dd className="num">
            {discrimination === null
              ? few
              : t('interval', {
                  value: two(discrimination.value),
                  low: two(discrimination.low),
                  high: two(discrimination.high),
                })}
          </dd>
        </div>
        <div>
          <dt>{t('exposure')}</dt>
          <dd className="num">{t('times', { count: figures.exposure })}</dd>
        </div>
        {figures.seconds === null ? null : (
          <div>
            <dt>{t('seconds')}</dt>
            <dd className="num">{t('secondsOf', { seconds: figures.seconds })}</dd>
          </div>
        )}
        <div>
          <dt>{t('unknown')}</dt>
          <dd className="num">{percent(figures.unknown)}</dd>
        </div>
        <div>
          <dt>{t('gated')}</dt>
          <dd className="num">{percent(figures.gated)}</dd>
        </div>
      </dl>
      {figures.scored < leastItemAnswers ? null : <Fifths fifths={figures.fifths} />}
      <p className="cap num">
        {t('answers', { answers })}
        {at === null ? '' : ` · ${t('at', { time: words.moment(at) })}`}
      </p>
      {rules ? <Rules /> : null}
    </div>
  );
}

/** In a list: the discrimination, or the proposal; nothing while nothing is known. */
export function FigureNote({ figures }: { figures: ItemStatistics | undefined }) {
  const { t } = useTranslation('items');
  if (figures?.proposal) {
    return <StateWord of="warn">{t(figures.proposal.act)}</StateWord>;
  }
  return figures?.discrimination ? (
    <span className="num">{t('short', { value: two(figures.discrimination.value) })}</span>
  ) : null;
}
