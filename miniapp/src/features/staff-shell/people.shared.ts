const looks = ['a', 'b', 'c', 'd', 'e'] as const;

/** Colour of the initials: from the id, never from anything about the person. */
export function lookOf(id: string): (typeof looks)[number] {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  }
  return looks[sum % looks.length] ?? 'a';
}

/** 陈雨桐 → 陈, Mary Ann → M. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toUpperCase();
}
