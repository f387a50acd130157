import type { Locale } from '@zhiyu/contracts/basics';
import type { Card } from '@zhiyu/contracts/card';

/** By kind of card; `other` for a kind without words of its own. */
type SubjectWords = Partial<Record<string, string>> & { other: string };

/**
 * What a message is about, by kind of card and without anybody's name: subjects of mails and previews of text
 * messages stand on locked screens and in the logs of every server on the way.
 */
const subjects: Record<Locale, SubjectWords> = {
  zh: {
    invitation: '线上面试邀请',
    reminder: '线上面试提醒',
    screeningReview: '有一份简历请您看一眼',
    approval: '有一位候选人在等您决定',
    scoring: '您的回答收到了',
    reportReady: '一份面试报告写好了',
    decided: '一位候选人有了决定',
    notice: '应聘进展',
    result: '面试结果',
    nextRound: '下一轮面试的安排',
    thanks: '谢谢您来面试',
    poolInvite: '有一个岗位想问问您',
    groupResult: '面试结果',
    promiseDue: '一个承诺快到时间了',
    request: '候选人有一个请求',
    offer: '有一份录用通知请您审批',
    grade: '有一份回答请您评',
    digest: '招聘周报',
    alert: '招聘提醒',
    other: '招聘消息',
  },
  en: {
    invitation: 'Your online interview',
    reminder: 'Reminder: your online interview',
    screeningReview: 'A résumé needs your look',
    approval: 'A candidate is waiting for your decision',
    scoring: 'We have your answers',
    reportReady: 'An interview report is ready',
    decided: 'A candidate has been decided on',
    notice: 'About your application',
    result: 'Your interview result',
    nextRound: 'Your next interview',
    thanks: 'Thank you for the interview',
    poolInvite: 'A position for you',
    groupResult: 'Interview result',
    promiseDue: 'A promise is due soon',
    request: 'A candidate asks for something',
    offer: 'An offer needs your approval',
    grade: 'One answer to grade',
    digest: 'Recruiting this week',
    alert: 'Recruiting alert',
    other: 'Recruiting message',
  },
  ja: {
    invitation: 'オンライン面接のご案内',
    reminder: 'オンライン面接のお知らせ',
    screeningReview: '履歴書のご確認をお願いします',
    approval: '応募者があなたの判断を待っています',
    scoring: '回答を受け取りました',
    reportReady: '面接レポートができました',
    decided: '応募者の判断が決まりました',
    notice: '応募の状況について',
    result: '面接の結果について',
    nextRound: '次の面接について',
    thanks: '面接へのご参加ありがとうございました',
    poolInvite: '求人のご紹介',
    groupResult: '面接の結果',
    promiseDue: '約束の期限が近づいています',
    request: '応募者からの依頼',
    offer: '内定通知の承認をお願いします',
    grade: '評価をお願いしたい回答があります',
    digest: '採用の週報',
    alert: '採用のお知らせ',
    other: '採用に関するお知らせ',
  },
  fr: {
    invitation: 'Votre entretien en ligne',
    reminder: 'Rappel : votre entretien en ligne',
    screeningReview: 'Un CV attend votre regard',
    approval: 'Une candidature attend votre décision',
    scoring: 'Vos réponses sont bien arrivées',
    reportReady: 'Un rapport d’entretien est prêt',
    decided: 'Une candidature a été décidée',
    notice: 'À propos de votre candidature',
    result: 'Résultat de votre entretien',
    nextRound: 'Votre prochain entretien',
    thanks: 'Merci pour votre entretien',
    poolInvite: 'Un poste pour vous',
    groupResult: 'Résultat d’entretien',
    promiseDue: 'Une promesse arrive à échéance',
    request: 'Une demande d’un candidat',
    offer: 'Une offre attend votre accord',
    grade: 'Une réponse à noter',
    digest: 'La semaine du recrutement',
    alert: 'Alerte recrutement',
    other: 'Message du recrutement',
  },
};

/** One short line that says what the card is about and names nobody. */
export function subjectOf(card: Pick<Card, 'kind' | 'locale'>): string {
  const words = subjects[card.locale];
  return words[card.kind] ?? words.other;
}
