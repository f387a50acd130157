import { useTranslation } from 'react-i18next';
import type { BusyPerson } from '@zhiyu/contracts/meetings';
import { timeText } from '../../components/time';
import { type Hours, placeIn } from './meetings.shared';

interface Span {
  from: number;
  to: number;
}

interface BusyDayProps {
  /** YYYY-MM-DD */
  day: string;
  hours: Hours;
  people: readonly BusyPerson[];
  /** Chosen times: framed across everybody. */
  chosen: readonly Span[];
  /** When the round stands now; null: nowhere. */
  now: Span | null;
}

/** What the picture shows, for those who hear the page. */
function useSentence({ day, hours, people }: BusyDayProps): string {
  const { t } = useTranslation('meetings');
  const timesOf = ({ busy }: BusyPerson) =>
    busy
      .filter((span) => placeIn(day, hours, span) !== null)
      .map(({ from, to }) => `${timeText(from)}–${timeText(to)}`)
      .join(t('staff:and'));
  return people
    .map((person) => {
      const times = timesOf(person);
      return t(times === '' ? 'busy.none' : 'busy.some', { name: person.name, times });
    })
    .join(t('busy.next'));
}

function Frame({ look, place }: { look: string; place: ReturnType<typeof placeIn> }) {
  return place === null ? null : <i className={`busy-frame ${look}`} style={place} />;
}

/** One day: when each interviewer is taken, under one scale, and what is chosen. Never by what somebody is taken. */
export function BusyDay(props: BusyDayProps) {
  const { day, hours, people, chosen, now } = props;
  const label = useSentence(props);
  const count = hours.to - hours.from;
  const marks = Array.from({ length: count + 1 }, (_, at) => hours.from + at);
  return (
    <div className="busy" role="img" aria-label={label}>
      <div className="busy-scale num">
        {marks.map((hour, at) => (
          <span key={hour} style={{ left: `${(at / count) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {people.map((person) => (
        <div key={person.id} className="busy-who">
          <span className="clip">{person.name}</span>
          <span className="busy-line">
            {person.busy.map((span) => {
              const place = placeIn(day, hours, span);
              return place === null ? null : <i key={span.from} style={place} />;
            })}
          </span>
        </div>
      ))}
      <div className="busy-frames">
        {now === null ? null : <Frame look="busy-now" place={placeIn(day, hours, now)} />}
        {chosen.map((span) => (
          <Frame key={span.from} look="busy-chosen" place={placeIn(day, hours, span)} />
        ))}
      </div>
    </div>
  );
}
