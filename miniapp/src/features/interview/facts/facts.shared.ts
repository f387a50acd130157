/** Names that programs give to the pictures they make; a name is a fact, not a fault. */
const programs =
  /\b(obs|manycam|xsplit|droidcam|iriun|epoccam|mmhmm|camo|vcam|snap camera|ndi)\b|virtual|虚拟/i;

/** A camera that is worth a line: its name is a program's, or another than at the beginning. */
export function otherCamera(name: string, first: string | null): boolean {
  return name !== '' && (programs.test(name) || (first !== null && first !== name));
}

/** Parts of a length in seconds, for its words. */
export function lengthOf(seconds: number): { minutes: number; seconds: number } {
  const whole = Math.round(seconds);
  return { minutes: Math.floor(whole / 60), seconds: whole % 60 };
}
