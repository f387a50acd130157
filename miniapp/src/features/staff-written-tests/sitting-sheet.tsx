import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Sitting } from '@zhiyu/contracts/written-tests';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Failed } from '../../components/state';
import { NumberInput } from '../staff-position/fields';

type Answered = Sitting['answers'][number];

/** The candidate's answer and, where it was wrong, the right one: in words. */
function wordsOf({ item, answer }: Answered): { said: string; right: string } {
  if (item.kind === 'single' || item.kind === 'multiple') {
    const correct = item.kind === 'single' ? [item.correct] : item.correct;
    const named = (ids: readonly string[]) =>
      item.options.flatMap(({ id, text }) => (ids.includes(id) ? [text] : [])).join(' / ');
    return { said: named(answer?.chosen ?? []), right: named(correct) };
  }
  if (item.kind === 'number') {
    const number = answer?.number ?? null;
    return {
      said: number === null ? '' : `${number} ${item.unit}`,
      right: `${item.correct}${item.tolerance > 0 ? ` ±${item.tolerance}` : ''} ${item.unit}`,
    };
  }
  return { said: answer?.text ?? '', right: '' };
}

function Mark({ sitting, of }: { sitting: Sitting; of: Answered }) {
  const { t } = useTranslation('tests');
  const { item } = of;
  const [points, setPoints] = useState(of.points ?? 0);
  const mark = useAct(routes.markTestAnswer, {
    refresh: [routes.sitting, routes.testsOfApplication],
  });
  return (
    <div className="test-mark">
      <NumberInput
        label={t('answer.mark')}
        value={points}
        min={0}
        max={item.points}
        step={0.5}
        unit={`/ ${item.points}`}
        disabled={false}
        onChange={setPoints}
      />
      <Button
        size="small"
        busy={mark.isPending ? t('staff:saving') : undefined}
        onPress={() => mark.mutate({ id: sitting.id, item: item.code, points })}
      >
        {t('answer.give')}
      </Button>
      {mark.error ? <Failed error={mark.error} /> : null}
    </div>
  );
}

function TextGround({ of }: { of: Answered }) {
  const { t } = useTranslation('tests');
  const { item, evidence, gate } = of;
  return item.kind === 'text' ? (
    <>
      <p className="t13 muted">
        {t('answer.keyPoints')}：{item.keyPoints.join('；')}
      </p>
      {gate ? <p className="t13 muted">{t(`answer.gate.${gate}`)}</p> : null}
      <ul className="test-evidence">
        {evidence.map(({ text, why }) => (
          <li key={`${text}${why}`} className="t13">
            <mark>{text}</mark> <span className="muted">{why}</span>
          </li>
        ))}
      </ul>
    </>
  ) : null;
}

function One({ sitting, of, n }: { sitting: Sitting; of: Answered; n: number }) {
  const { t } = useTranslation('tests');
  const { item, points, standardError, marking, seconds } = of;
  const { said, right } = wordsOf(of);
  const full = points === item.points;
  return (
    <li>
      <p className="mid pre">
        {n}. {item.text}
      </p>
      <p className="pre test-said">{said || <span className="muted">{t('answer.none')}</span>}</p>
      {right !== '' && !full ? <p className="t13">{t('answer.correct', { text: right })}</p> : null}
      <TextGround of={of} />
      <p className="t13 muted num">
        {[
          points === null ? '' : t('answer.points', { points, of: item.points }),
          standardError === null ? '' : t('answer.error', { error: standardError }),
          marking === 'none' ? t('answer.waits') : t(`answer.${marking}`),
          seconds >= 1 ? t('answer.seconds', { seconds: Math.round(seconds) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {sitting.mayMark && item.kind === 'text' ? (
        <Mark key={points} sitting={sitting} of={of} />
      ) : null}
    </li>
  );
}

/** A test as it was answered: every item with its points and what they rest on. */
export function SittingSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('tests');
  const sitting = useRoute(routes.sitting, { id });
  return (
    <Sheet
      open
      title={sitting.data?.title ?? t('sheet')}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('ui:close')}</Button>}
    >
      <Awaited query={sitting}>
        {(data) => (
          <ol className="test-sheet">
            {data.answers.map((answer, at) => (
              <One key={answer.item.code} sitting={data} of={answer} n={at + 1} />
            ))}
          </ol>
        )}
      </Awaited>
    </Sheet>
  );
}
