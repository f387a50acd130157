const plain = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[（(].*$/, '')
    .trim();

/** Where the columns of a table stand, by the titles in its first row; what is in brackets there is a remark. */
export function columnsOf<C extends string>(
  head: readonly string[],
  titles: Readonly<Record<C, readonly string[]>>,
): Map<C, number> {
  const places = new Map<C, number>();
  for (const column of Object.keys(titles) as C[]) {
    const at = head.findIndex((title) => titles[column].includes(plain(title)));
    if (at >= 0) {
      places.set(column, at);
    }
  }
  return places;
}
