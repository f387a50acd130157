import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const BARS = [6, 10, 15, 20, 17, 12, 18, 22, 16, 10, 14, 18, 12, 8, 5];

/** Moves with the voice; drawn without re-rendering. */
export function LevelMeter({ level, large = false }: { level: () => number; large?: boolean }) {
  const { t } = useTranslation('candidate');
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const element = box.current;
      if (!element) {
        return;
      }
      const now = level();
      element.setAttribute('aria-valuenow', String(Math.round(now * 100)));
      const on = Math.round(now * BARS.length);
      Array.from(element.children).forEach((bar, i) => bar.classList.toggle('on', i < on));
    }, 100);
    return () => clearInterval(timer);
  }, [level]);
  return (
    <span
      ref={box}
      className={`interview-level ${large ? 'large' : ''}`}
      role="meter"
      aria-label={t('device.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      {BARS.map((height, i) => (
        <i key={i} style={{ height: large ? height * 2.5 : height }} />
      ))}
    </span>
  );
}
