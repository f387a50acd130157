/** GSM 03.38: what a 7-bit text message can say; the second list takes two places. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€');

export interface SmsParts {
  encoding: 'gsm7' | 'ucs2';
  /** Places used: septets, or 16-bit units. */
  length: number;
  /** Messages that are sent and paid for. */
  parts: number;
}

/** Counts as a network does: a single message, or several with a header in each; no character is cut in two. */
export function partsOf(text: string): SmsParts {
  const letters = [...text];
  const gsm = letters.every((letter) => basic.has(letter) || extended.has(letter));
  const [one, many] = gsm ? [160, 153] : [70, 67];
  const places = letters.map((letter) => (gsm ? (extended.has(letter) ? 2 : 1) : letter.length));
  const length = places.reduce((sum, place) => sum + place, 0);
  if (length <= one) {
    return { encoding: gsm ? 'gsm7' : 'ucs2', length, parts: 1 };
  }
  let parts = 1;
  let room = many;
  for (const place of places) {
    if (place > room) {
      parts++;
      room = many;
    }
    room -= place;
  }
  return { encoding: gsm ? 'gsm7' : 'ucs2', length, parts };
}
