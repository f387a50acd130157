import type { Verdict } from '@zhiyu/contracts/judge';
import type { Phrase } from './phrases.js';

export const verdictWords: Record<Verdict, Phrase> = {
  accepted: { zh: '通过', en: 'accepted', ja: '正解', fr: 'accepté' },
  wrongAnswer: { zh: '答案不对', en: 'wrong answer', ja: '誤答', fr: 'réponse fausse' },
  time: { zh: '超时', en: 'too slow', ja: '時間超過', fr: 'trop lent' },
  memory: { zh: '内存超限', en: 'too much memory', ja: 'メモリ超過', fr: 'trop de mémoire' },
  output: { zh: '输出太多', en: 'too much output', ja: '出力超過', fr: 'trop de sortie' },
  runtime: {
    zh: '运行出错',
    en: 'failed while running',
    ja: '実行時エラー',
    fr: "erreur d'exécution",
  },
  compile: {
    zh: '没有编译成功',
    en: 'did not compile',
    ja: 'コンパイルエラー',
    fr: 'ne compile pas',
  },
};

export const programPhrases = {
  head: {
    zh: '{title}，{language}，得 {points} 分，满分 100',
    en: '{title}, {language}, {points} of 100 points',
    ja: '{title}、{language}、100 点中 {points} 点',
    fr: '{title}, {language}, {points} points sur 100',
  },
  passed: {
    zh: '{name}：{tests} 个测试全部通过，{earned} 分',
    en: '{name}: all {tests} tests passed, {earned} points',
    ja: '{name}：テスト {tests} 件すべて合格、{earned} 点',
    fr: '{name} : les {tests} tests réussis, {earned} points',
  },
  missed: {
    zh: '{name}：{tests} 个测试通过 {passed} 个，{verdict}，0/{points} 分',
    en: '{name}: {passed} of {tests} tests passed, {verdict}, 0 of {points} points',
    ja: '{name}：テスト {tests} 件中 {passed} 件合格、{verdict}、0/{points} 点',
    fr: '{name} : {passed} tests sur {tests}, {verdict}, 0 point sur {points}',
  },
  showsPassed: {
    zh: '隐藏测试“{name}”全部通过',
    en: 'All hidden tests of “{name}” passed',
    ja: '非公開テスト「{name}」にすべて合格',
    fr: 'Tous les tests cachés « {name} » réussis',
  },
  showsMissed: {
    zh: '隐藏测试“{name}”没有全部通过：{verdict}',
    en: 'Not all hidden tests of “{name}” passed: {verdict}',
    ja: '非公開テスト「{name}」で不合格あり：{verdict}',
    fr: 'Des tests cachés « {name} » ont échoué : {verdict}',
  },
} satisfies Record<string, Phrase>;
