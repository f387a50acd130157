import { useTranslation } from 'react-i18next';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';
import type { Verdict } from '@zhiyu/contracts/scoring';
import { Glyph, type Meaning } from '../glyph';
import { useScale } from './scale';
import { edges, verdictOf } from './score-bar.shared';
import './index.scss';

export interface ScoreBarProps {
  label: string;
  /** 0-100 as stored; null = not measured, which is not zero. */
  value: number | null;
  standardError: number | null;
  requirement: number;
  verdict?: Verdict;
  /** Another scale than that of the page. */
  scale?: ScoreScale | undefined;
  mini?: boolean;
}

const glyphOf: Record<Verdict, Meaning> = {
  meets: 'pass',
  crosses: 'hold',
  below: 'reject',
  unknown: 'unknown',
};

/** Track from 0 to the scale's end, bar from 0, box of ±1 standard error, tick at the score, triangle at the requirement. */
export function ScoreBar(props: ScoreBarProps) {
  const { t } = useTranslation('ui');
  const { score, error: plusMinus } = useScale(props.scale);
  const verdict = props.verdict ?? verdictOf(props.value, props.standardError, props.requirement);
  const error = props.standardError ?? 0;
  const sentence =
    props.value === null
      ? t('score.unknownSentence', { label: props.label, need: score(props.requirement) })
      : t('score.sentence', {
          label: props.label,
          value: score(props.value),
          error: plusMinus(error),
          need: score(props.requirement),
          word: t(`score.${verdict}`),
        });
  const { low, high } = edges(props.value ?? 0, error);
  const style = {
    '--v': props.value ?? 0,
    '--lo': low,
    '--hi': high,
    '--need': props.requirement,
  } as Record<string, number>;
  const looks = [
    'score',
    props.mini ? 'mini' : '',
    props.value === null ? 'none' : '',
    verdict === 'crosses' ? 'cross' : '',
  ].join(' ');
  return (
    <span className={looks} style={style} role="img" aria-label={sentence}>
      <i className="track" />
      {props.value === null ? null : (
        <>
          <i className="fill" />
          <i className="band" />
          <i className="at" />
        </>
      )}
      <i className="need" />
    </span>
  );
}

/** 8.5 ±0.3 on the page's scale, or the word for not measured. */
export function ScoreFigure({
  value,
  standardError,
}: Pick<ScoreBarProps, 'value' | 'standardError'>) {
  const { t } = useTranslation('ui');
  const { score, error } = useScale();
  if (value === null) {
    return <span className="muted nowrap">{t('score.unknown')}</span>;
  }
  return (
    <span className="num nowrap">
      <b className="mid">{score(value)}</b>
      {standardError === null ? null : <span className="muted"> {error(standardError)}</span>}
    </span>
  );
}

/** 够要求 / 跨线，要人看 / 不够 / 未测到, from the interval. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('ui');
  return (
    <span className={`state ${glyphOf[verdict]}`}>
      <Glyph of={glyphOf[verdict]} />
      {t(`score.${verdict}`)}
    </span>
  );
}
