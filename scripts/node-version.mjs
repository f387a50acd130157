// Parsed by any Node since 12: nothing newer may stand in this file.
var OLDEST = [20, 19];

/** True when this Node can run the product; otherwise says in one sentence what to do. */
export function nodeIsNewEnough() {
  var parts = process.versions.node.split('.').map(Number);
  if (parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])) return true;
  console.error(
    '需要 Node ' +
      OLDEST.join('.') +
      ' 或更新的版本，现在是 ' +
      process.versions.node +
      '：请从 https://nodejs.org 安装新版本后再运行。Zhiyu needs Node ' +
      OLDEST.join('.') +
      ' or newer.',
  );
  return false;
}
