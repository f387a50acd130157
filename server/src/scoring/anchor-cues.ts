import type { Anchor, Indicator } from '@zhiyu/contracts/position';
import { splitClauses } from './engine/clauses.js';
import { levelOf } from './engine/level.js';
import { matchIndicators } from './engine/match.js';

const languages = ['zh', 'en'] as const;

/** What the words of an anchor show by the engine's own reading: a level 1-5, null where no cue is met. */
function shown(words: string, indicators: Indicator[], language: 'zh' | 'en'): number | null {
  const clauses = splitClauses({ text: words, segments: [], breaks: [] }, []);
  const matches = matchIndicators(clauses, [], indicators, language);
  return matches.length === 0 ? null : levelOf(matches, null, null).level;
}

/** A fault of anchors against cues: the engine could not tell a strong answer from a weak one. */
export interface AnchorFault {
  language: 'zh' | 'en';
  level: number;
  message: string;
}

/**
 * Reads the anchors as if they were answers: a 4 or 5 must be found by the cues and stand above a 1 or 2,
 * which no cue of a strong answer may find. A bank that fails this would score the wrong way.
 */
export function anchorFaults(anchors: readonly Anchor[], indicators: Indicator[]): AnchorFault[] {
  return languages.flatMap((language) => {
    const read = anchors.flatMap(({ level, text }) => {
      const words = text[language];
      return words ? [{ level, found: shown(words, indicators, language) }] : [];
    });
    const low = Math.max(
      0,
      ...read.flatMap(({ level, found }) => (level <= 2 ? [found ?? 0] : [])),
    );
    return read.flatMap(({ level, found }) => faultOf({ level, found, low, language }));
  });
}

function faultOf(read: {
  level: number;
  found: number | null;
  low: number;
  language: 'zh' | 'en';
}): AnchorFault[] {
  const { level, found, low, language } = read;
  const say = (message: string) => [{ language, level, message }];
  if (level >= 4 && found === null) return say('没有一个词被找到 no cue is met by this anchor');
  if (level >= 4 && found !== null && found <= low) {
    return say(
      `读出 ${String(found)} 级，不高于低锚点 reads as ${String(found)}, not above the low ones`,
    );
  }
  if (level <= 2 && found !== null && found >= 3) {
    return say(`低锚点读出 ${String(found)} 级 a low anchor reads as ${String(found)}`);
  }
  return [];
}
