import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '@zhiyu/contracts/resume';
import { linesOf, markIn, type TextLine } from './resume.shared';

function Line({ line, span, whole }: { line: TextLine; span: Span | null; whole: boolean }) {
  const mark = whole ? { from: 0, to: line.text.length } : markIn(line, span);
  return (
    <li value={line.number} data-line={line.number}>
      <span className="n num" aria-hidden="true">
        {line.number}
      </span>
      <span className="pre">
        {mark === null ? (
          line.text
        ) : (
          <>
            {line.text.slice(0, mark.from)}
            <mark>{line.text.slice(mark.from, mark.to)}</mark>
            {line.text.slice(mark.to)}
          </>
        )}
      </span>
    </li>
  );
}

/** The text of a résumé by lines; a span or a whole line carries the marker and is kept in view. */
export function ResumeText({
  text,
  span,
  line,
}: {
  text: string;
  span: Span | null;
  line: number | null;
}) {
  const { t } = useTranslation('staff');
  const list = useRef<HTMLOListElement>(null);
  const wanted = line ?? span?.line ?? null;
  useEffect(() => {
    if (wanted !== null) {
      list.current?.querySelector(`[data-line="${wanted}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [wanted]);
  return (
    <ol ref={list} className="cv" aria-label={t('resume.text')} tabIndex={0}>
      {linesOf(text).map((one) => (
        <Line key={one.number} line={one} span={span} whole={line === one.number} />
      ))}
    </ol>
  );
}
