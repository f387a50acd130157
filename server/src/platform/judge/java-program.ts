/** What is no code: text blocks, strings, characters, comments. */
const notCode =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const typeOrBrace =
  /\b(?:class|record|enum|interface)\s+(\w+)|\bstatic\b[\w\s]*\bvoid\s+main\s*\(|[{}]/g;

/** Outermost types of a source in their order, and those that have a `static void main`. */
function typesOf(code: string): { all: string[]; starting: string[] } {
  const all: string[] = [];
  const starting: string[] = [];
  let depth = 0;
  for (const { 0: word, 1: name } of code.matchAll(typeOrBrace)) {
    if (word === '{') {
      depth += 1;
    } else if (word === '}') {
      depth -= 1;
    } else if (name === undefined) {
      starting.push(...(depth === 1 ? all.slice(-1) : []));
    } else if (depth === 0) {
      all.push(name);
    }
  }
  return { all, starting };
}

/**
 * What a source in one file is called and where it begins.
 * `file`: the name that the compiler wants, which is that of its public type.
 * `main`: the class to start, with its package: the public one if it has a `main`, else the first that
 * has one; without any the public or first one, of which Java then says what is missing.
 */
export function programOf(source: string): { file: string; main: string } {
  const code = source.replace(notCode, ' ');
  const { all, starting } = typesOf(code);
  const open =
    /\bpublic\s+(?:(?:final|abstract|sealed|strictfp)\s+)*(?:class|record|enum|interface)\s+(\w+)/.exec(
      code,
    )?.[1];
  // A public type inside another one names no file.
  const named = all.filter((name) => name === open);
  const [file = 'Main'] = [...named, ...starting, ...all];
  const [main = file] = [...starting.filter((name) => name === open), ...starting];
  const folder = /^\s*package\s+([\w.\s]+?)\s*;/.exec(code)?.[1]?.replace(/\s/g, '');
  return { file, main: folder === undefined ? main : `${folder}.${main}` };
}
