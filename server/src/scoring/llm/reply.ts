import { z } from 'zod';
import type { ReadDimension, ReadingOrder, ReadPoint } from '../engine/engine.types.js';
import { mostPoints } from './prompt.js';

const level = z.number().int().min(1).max(5);
/** A point of another shape is dropped; it does not spoil the others. */
const pointSchema = z.object({
  quote: z.string().max(2000),
  level,
  stance: z.enum(['for', 'against']),
});
const replySchema = z.object({
  dimensions: z
    .array(
      z.object({
        code: z.string(),
        level: level.nullable(),
        points: z.array(z.unknown()).max(50),
      }),
    )
    .max(50),
});

/** Fewer letters and digits say nothing. */
const fewestLetters = 4;

/**
 * What of a model's reply may count: dimensions that were asked for, each once, and quotes that stand in the answer
 * word for word. A level that keeps no quote is dropped, and so is a high one without a quote for it.
 * @returns null where the reply is not of the shape
 */
export function readReply(reply: string, order: ReadingOrder): ReadDimension[] | null {
  const read = replySchema.safeParse(jsonIn(reply));
  if (!read.success) {
    return null;
  }
  return order.dimensions.flatMap(({ code }): ReadDimension[] => {
    const said = read.data.dimensions.find((one) => one.code === code);
    if (!said || said.level === null) {
      return [];
    }
    const points = pointsOf(said.points, order.text);
    const shown = points.some(({ stance }) => stance === 'for') || said.level < 3;
    return points.length > 0 && shown ? [{ code, level: said.level, points }] : [];
  });
}

/** Some endpoints wrap JSON in a fence of Markdown whatever was asked. */
function jsonIn(reply: string): unknown {
  const bare = reply.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1');
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return null;
  }
}

function pointsOf(raw: unknown[], text: string): ReadPoint[] {
  const points: ReadPoint[] = [];
  for (const one of raw) {
    const point = pointSchema.safeParse(one).data;
    const place = point && placeOf(point.quote, text);
    if (place && !points.some((other) => place.start < other.end && other.start < place.end)) {
      points.push({ level: point.level, stance: point.stance, ...place });
    }
  }
  return points.slice(0, mostPoints);
}

/** Where a quote stands, word for word; null where it does not. */
function placeOf(quote: string, text: string): { start: number; end: number } | null {
  const words = quote.trim().replace(/^[“”"'「『]+|[“”"'」』]+$/g, '');
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const start = letters < fewestLetters ? -1 : text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}
