/** `11-23`, Asia/Shanghai: the day under a point of a picture. */
export function shortDay(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    .format(new Date(at))
    .slice(5);
}
