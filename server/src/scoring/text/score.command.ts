import { lineOf, scoreLines } from './score-lines.js';

/** Where `zhiyu score` reads and writes. */
export interface ScoreIo {
  input: AsyncIterable<Uint8Array>;
  /**
   * Waits until the reader can take more: memory stays small however slow it is.
   * @returns false where nobody reads any more
   */
  write: (text: string) => Promise<boolean>;
  err: (text: string) => void;
}

/**
 * `zhiyu score < answers.jsonl`: one object a line in, one a line out. A line that cannot be scored gives an object
 * with `error` in its place.
 * @returns 0 when everything was read, whatever the lines were like, and when the reader had enough (`| head`)
 */
export async function scoreCommand({ input, write, err }: ScoreIo): Promise<number> {
  let faults = 0;
  for await (const result of scoreLines(input)) {
    if ('error' in result) faults += 1;
    if (!(await write(`${lineOf(result)}\n`))) break;
  }
  if (faults > 0) err(`${String(faults)} 行读不了 lines could not be scored\n`);
  return 0;
}

/** What `zhiyu score --help` says besides. */
export const scoreHelp = `
一行一个 JSON 对象进，一行一个对象出，次序不变  one JSON object a line in, one a line out, in the same order
  进 in   {id, language, question, references?: [text], keyPoints?: [text], rubric?: {levels: [{level, anchor}]},
           graded?: [{answer, score}], scale: [min, max], answer}
  出 out  {id, score, se, evidence: [{start, end, text, why}], gate?, engine}
  错 bad  {id?, line, error, message}

  language    zh | en | ja | fr（也认 also zh-CN, zh_TW, cmn, eng, jpn, fra …）
  评分依据 by  keyPoints，否则 else references，否则 else rubric，否则只看题目（误差很大）else the question alone (wide error)；
              graded：同一题别人评过的回答，有了就跟着学 graded answers to the same question, learned from
  score       在 scale 内 within the scale；se：标准误，同一刻度 standard error on the same scale
  evidence    answer.slice(start, end) === text，按 UTF-16 单位 in UTF-16 units (JavaScript strings)
  gate        没有可评的内容，给最低分 nothing to score, the lowest score:
              blank 空白 · instructions 只有给评分者的指令 only orders to the grader · echo 只重复了题目 the question again ·
              keywords 堆砌词语 words piled up · nonsense 不成话 no language · wrongLanguage 另一种语言 another language ·
              noBasis 没有依据可评 nothing to score by
  error       notUtf8 · lineTooLong (4 MiB) · notJson · notObject · missing · wrongType · tooLong (20,000) · tooMany (1,000) ·
              unknownLanguage · badScale · gradeOutsideScale · notScored；空行跳过 empty lines are passed over
  退出码 exit  0 读完了（坏行也算）all was read, bad lines too · 1 读写失败 reading or writing failed · 2 参数不对 wrong arguments
`;
