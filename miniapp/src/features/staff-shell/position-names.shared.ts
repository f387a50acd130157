import { textIn } from '../../locales';

interface Named {
  id: string;
  name: Parameters<typeof textIn>[0];
  place: string;
  code: string;
  departmentName: string | null;
}

/** First what people call it by; the number counts in the order they were made, and always differs. */
function waysToTell(position: Named, namesakes: readonly Named[]): string[] {
  const { place, departmentName, code, id } = position;
  const both = [place, departmentName ?? ''].filter(Boolean).join(' · ');
  const number = namesakes.filter((one) => one.id <= id).length;
  return [place, departmentName ?? '', both, code, `#${number}`];
}

function besideOf(position: Named, all: readonly Named[]): string {
  const name = textIn(position.name);
  const namesakes = all.filter((one) => textIn(one.name) === name);
  if (namesakes.length < 2) {
    return '';
  }
  const ways = namesakes.map((one) => waysToTell(one, namesakes));
  const own = waysToTell(position, namesakes);
  const way = own.findIndex(
    (text, at) => text !== '' && ways.filter((other) => other[at] === text).length === 1,
  );
  return own[way] ?? '';
}

/** What stands beside each position's name where another position has the same: place, department or code. */
export function besideNames(positions: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(positions.map((one) => [one.id, besideOf(one, positions)]));
}

/** The place, and what else tells a position from its namesakes. */
export function placeOf(position: Named, all: readonly Named[]): string {
  const beside = besideOf(position, all);
  const known = position.place !== '' && beside.startsWith(position.place) ? '' : position.place;
  return [known, beside].filter(Boolean).join(' · ');
}

/** 门店店员 · 上海: the name, its place and what else tells it from its namesakes. */
export function placedName(position: Named, all: readonly Named[]): string {
  return [textIn(position.name), placeOf(position, all)].filter(Boolean).join(' · ');
}

/** The name alone, and what tells it from its namesakes where it has any. */
export function plainName(position: Named, all: readonly Named[]): string {
  return [textIn(position.name), besideOf(position, all)].filter(Boolean).join(' · ');
}
