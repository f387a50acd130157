import type { Phrase } from './phrases.js';

/** What is said of an answer that another question fits better: to look at, and beside the error. */
export const misplacedPhrases = {
  look: {
    zh: '第 {one} 题的回答像是在答第 {other} 题：分数没有动，误差放宽了，请看一看这几句。',
    en: 'The answer to question {one} seems to fit question {other}: its score stands, its error is wider, look at these words.',
    ja: '質問 {one} の回答は質問 {other} に合うようです。スコアはそのまま、誤差を広げました。この発言を確認してください。',
    fr: 'La réponse à la question {one} semble convenir à la question {other} : le score reste, son erreur est plus large, voyez ces mots.',
  },
  lookUnasked: {
    zh: '第 {one} 题的回答像是在答没有问的一题“{question}”：分数没有动，误差放宽了，请看一看这几句。',
    en: 'The answer to question {one} seems to fit a question that was not asked, “{question}”: its score stands, its error is wider, look at these words.',
    ja: '質問 {one} の回答は、聞いていない質問「{question}」に合うようです。スコアはそのまま、誤差を広げました。この発言を確認してください。',
    fr: 'La réponse à la question {one} semble convenir à une question qui n’a pas été posée, « {question} » : le score reste, son erreur est plus large, voyez ces mots.',
  },
  reason: {
    zh: '有回答像是在答另一题，误差放宽了。',
    en: 'An answer seems to fit another question, so the error is wider.',
    ja: '別の質問に合うような回答があるため、誤差を広げました。',
    fr: 'Une réponse semble convenir à une autre question : l’erreur est plus large.',
  },
} satisfies Record<string, Phrase>;
