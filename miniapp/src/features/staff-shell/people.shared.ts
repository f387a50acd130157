const looks = ['a', 'b', 'c', 'd', 'e'] as const;

/** Colour of the initials: from the id, never from anything about the person. */
export function lookOf(id: string): (typeof looks)[number] {
  // FNV-1a (Fowler, Noll, Vo): ids made in the same second differ only in a few letters.
  let hash = 2_166_136_261;
  for (const letter of id) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return looks[(hash >>> 7) % looks.length] ?? 'a';
}

/** 陈雨桐 → 陈, Mary Ann → M. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toUpperCase();
}
