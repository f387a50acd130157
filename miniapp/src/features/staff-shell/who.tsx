import { initialOf, lookOf } from './people.shared';

/** Initials of a person; always beside the name. */
export function Who({
  id,
  name,
  size = '',
}: {
  id: string;
  name: string;
  size?: '' | 'sm' | 'lg';
}) {
  return (
    <span className={`who ${lookOf(id)} ${size}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}
