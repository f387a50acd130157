/**
 * Browsers from 2018 on (ES2018: classes, async functions, spread), each named: browserslist takes `android >= 7` for
 * WebView 37 of 2014, and every class and every await would be written out for it in each first page. The engines of
 * the mini-programs keep what their builds ask for.
 */
const browsers = {
  chrome: '64',
  android: '64',
  ios: '12',
  safari: '12',
  firefox: '62',
  samsung: '9',
};
const targets = process.env.TARO_ENV === 'h5' ? { targets: browsers } : {};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...targets }]],
};
