/** Bytes of the text as it travels. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** At most so many bytes, cut between letters, with an ellipsis where something is missing. */
export function cutToBytes(text: string, limit: number): string {
  if (bytesOf(text) <= limit) {
    return text;
  }
  let kept = '';
  let room = limit - bytesOf('…');
  for (const letter of text) {
    room -= bytesOf(letter);
    if (room < 0) {
      break;
    }
    kept += letter;
  }
  return `${kept}…`;
}

/** Words of people inside markdown: they show as they were written and make neither links nor headings. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2');
}

/** Lines put together into at most `parts` texts of at most `limit` bytes each; what has no room is left out. */
export function filled(lines: readonly string[], parts: number, limit: number): string[] {
  const texts: string[] = [];
  for (const line of lines.map((one) => cutToBytes(one, limit))) {
    const last = texts.at(-1);
    const joined = last === undefined ? line : `${last}\n\n${line}`;
    if (last !== undefined && bytesOf(joined) <= limit) {
      texts[texts.length - 1] = joined;
    } else if (texts.length < parts) {
      texts.push(line);
    } else {
      texts[texts.length - 1] = cutToBytes(joined, limit);
      break;
    }
  }
  return texts;
}
