import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, type ScoreScale, scoreText, usualScale } from '@zhiyu/contracts/score-scale';

/** The scale that scores are shown on below here: the company's, or what the page was switched to. */
export const Scale = createContext<ScoreScale>(usualScale);

/** Stored values and errors (0-100) in words, on the scale of this place or on `of`. */
export function useScale(of?: ScoreScale) {
  const { i18n } = useTranslation('ui');
  const here = useContext(Scale);
  const scale = of ?? here;
  return {
    scale,
    score: (stored: number) => scoreText(stored, scale, i18n.language),
    error: (stored: number) => errorText(stored, scale, i18n.language),
  };
}
