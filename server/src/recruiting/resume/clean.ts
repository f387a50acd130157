/**
 * Text as the rules expect it: full-width letters and digits become half-width, Kangxi radicals (which
 * many Chinese PDFs carry instead of the ideograph) become ideographs, invisible characters disappear.
 * Chinese punctuation stays. Line breaks become `\n`.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029|\u000b|\u000c/g, '\n')
    .replace(/[\u2e80-\u2fdf]/g, radical)
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d-\uff0f\uff20\uff3f]/g, (c) =>
      c.normalize('NFKC'),
    )
    .replace(/[\ufb00-\ufb06]/g, (c) => c.normalize('NFKC'))
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Radicals of the supplement block that NFKC leaves alone but PDF producers use for the ideograph. */
const supplement: Record<string, string> = {
  '⺠': '民',
  '⻆': '角',
  '⻓': '长',
  '⻔': '门',
  '⻋': '车',
  '⻅': '见',
  '⻉': '贝',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻢': '马',
  '⻣': '骨',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻰': '龙',
  '⻩': '黄',
  '⻬': '齐',
  '⻄': '西',
  '⻝': '食',
  '⻨': '麦',
  '⺟': '母',
  '⺝': '月',
};

function radical(character: string): string {
  return supplement[character] ?? character.normalize('NFKC');
}
