function lines(text: string): string[] {
  const all = text.split('\n').map((line) => line.trimEnd());
  let end = all.length;
  while (end > 0 && all[end - 1] === '') {
    end -= 1;
  }
  return all.slice(0, end);
}

/** Whether two outputs say the same: white space at the end of lines and empty lines at the end do not count. */
export function sameOutput(written: string, expected: string): boolean {
  if (written === expected) {
    return true;
  }
  const [left, right] = [lines(written), lines(expected)];
  return left.length === right.length && left.every((line, index) => line === right[index]);
}
