/** A mini-program has all its parts on the device. */
export function watchPageLoad(): () => void {
  return () => undefined;
}
