import { PlayIcon } from '../icon';
import { clockText } from '../time';

/** The second of the recording that a sentence stands on; pressing plays from there. */
export function Pill({
  seconds,
  onPlay,
  label,
}: {
  seconds: number;
  onPlay?: (seconds: number) => void;
  label: string;
}) {
  const shown = clockText(seconds, true);
  if (!onPlay) {
    return <span className="quote-sec">{shown}</span>;
  }
  return (
    <button type="button" className="quote-sec" aria-label={label} onClick={() => onPlay(seconds)}>
      <PlayIcon size="xs" />
      {shown}
    </button>
  );
}
