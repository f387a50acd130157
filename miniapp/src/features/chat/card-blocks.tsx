import { useTranslation } from 'react-i18next';
import type { Card, CardBlock } from '@zhiyu/contracts/card';
import { usualScale } from '@zhiyu/contracts/score-scale';
import { Glyph } from '../../components/glyph';
import { Pill } from '../../components/pill';
import { ScoreBar } from '../../components/score-bar';
import { useScale } from '../../components/score-bar/scale';
import { clockText } from '../../components/time';
import { figureOf, leadFacts } from './card.shared';
import { Chart } from './chart';

type Of<T extends CardBlock['type']> = Extract<CardBlock, { type: T }>;

function Score({ block }: { block: Of<'score'> }) {
  const { t } = useTranslation('ui');
  const { score } = useScale(block.scale ?? usualScale);
  return (
    <li>
      <span>{block.label}</span>
      <ScoreBar
        mini
        label={block.label}
        value={block.value}
        standardError={block.standardError}
        requirement={block.requirement}
        verdict={block.verdict}
        scale={block.scale ?? usualScale}
      />
      <span className="num right">
        {block.value === null ? t('score.unknown') : score(block.value)}
      </span>
    </li>
  );
}

function Quote({ block }: { block: Of<'quote'> }) {
  const { t } = useTranslation('ui');
  return (
    <div className={`quote ${block.seconds === null ? 'untimed' : ''}`}>
      {block.seconds === null ? null : (
        <Pill
          seconds={block.seconds}
          label={t('playFrom', { at: clockText(block.seconds, true) })}
        />
      )}
      <blockquote>
        <q>{block.text}</q>
      </blockquote>
      {block.note === '' ? null : <p className="why">{block.note}</p>}
    </div>
  );
}

/** What a card says, block by block; records stand below, in `CardRecords`. */
export function CardBlocks({ card }: { card: Card }) {
  const lead = leadFacts(card);
  const facts = card.blocks.filter((b): b is Of<'fact'> => b.type === 'fact' && !lead.includes(b));
  const scores = card.blocks.filter((b): b is Of<'score'> => b.type === 'score');
  const charts = card.blocks.filter((b): b is Of<'chart'> => b.type === 'chart');
  const texts = card.blocks.filter((b): b is Of<'text'> => b.type === 'text');
  const quotes = card.blocks.filter((b): b is Of<'quote'> => b.type === 'quote');
  return (
    <>
      {lead.length > 0 ? (
        <dl className="card-lead">
          {lead.map(figureOf).map(({ figure, below }) => (
            <div key={below}>
              <dd className="num">{figure}</dd>
              <dt>{below}</dt>
            </div>
          ))}
        </dl>
      ) : null}
      {scores.length > 0 ? (
        <ul className="card-scores">
          {scores.map((block) => (
            <Score key={block.label} block={block} />
          ))}
        </ul>
      ) : null}
      {texts.map((block) => (
        <p key={block.text} className="card-text pre">
          {block.text}
        </p>
      ))}
      {facts.length > 0 ? (
        <dl>
          {facts.map((fact) => (
            <div key={fact.label} className="card-fact">
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {charts.map((block) => (
        <Chart key={block.label} block={block} />
      ))}
      {quotes.map((block) => (
        <Quote key={`${block.seconds ?? ''}${block.text}`} block={block} />
      ))}
    </>
  );
}

/** What the card has turned into. */
export function CardRecords({ card }: { card: Card }) {
  const records = card.blocks.filter((b): b is Of<'record'> => b.type === 'record');
  return (
    <>
      {records.map((record) => (
        <div key={record.title} className={`card-record ${record.glyph}`}>
          <Glyph of={record.glyph} size={20} />
          <p>
            {record.title}
            {record.detail === '' ? null : <small>{record.detail}</small>}
          </p>
        </div>
      ))}
    </>
  );
}
