/** The host of a mini-program moves its pages above the keyboard itself. */
export function watchKeyboard(): () => void {
  return () => undefined;
}
