/** Where the first of several patterns was found, and what stands around it. */
export interface Found {
  before: string;
  whole: string;
  after: string;
  /** A named group; empty where it took nothing. */
  group: (name: string) => string;
}

export function firstOf(text: string, ...patterns: RegExp[]): Found | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) {
      const [whole] = match;
      return {
        before: text.slice(0, match.index),
        whole,
        after: text.slice(match.index + whole.length),
        group: (name) => match.groups?.[name] ?? '',
      };
    }
  }
  return null;
}
