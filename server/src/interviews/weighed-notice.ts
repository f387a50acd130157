import type { Locale } from '@zhiyu/contracts/basics';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { type DeliveryShares, weighedText } from '@zhiyu/contracts/delivery-limits';
import type { CandidateInterview, ExtraPurpose } from '@zhiyu/contracts/interview';
import type { EntityManager } from 'typeorm';
import type { Application } from '../recruiting/entities/application.entity.js';
import { isWeighing, weightsInForce } from '../staff/delivery-weights/weights-in-force.js';

interface Words {
  lead: string;
  voice: (percent: number) => string;
  face: (percent: number) => string;
  /** Between the two, and behind them. */
  marks: [between: string, behind: string];
  rest: string;
}

/** What a candidate reads before agreeing, where a company lets voice or face weigh; part of the consent's sentences. */
const weighedWords: Record<Locale, Words> = {
  zh: {
    lead: '这家公司的总分不只看您说的内容，还加上：',
    voice: (percent) => `声音的语速和长停顿，占 ${percent}%（不同意录音就不计）`,
    face: (percent) => `回答时镜头里有脸的时间，占 ${percent}%（不同意面部观察就不计）`,
    marks: ['；', '。'],
    rest: '没有研究证明这能预测工作表现。打字回答的、申请过更多时间的，只按内容打分。不看表情、长相和口音。机器不会只因为这一项让您通过或不通过：结论不同就由人来看。下面写“只看内容”“不打分”的地方，以这一段为准。',
  },
  en: {
    lead: 'At this company the total is not made from what you say alone. It also counts: ',
    voice: (percent) =>
      `speaking rate and long pauses of your voice, ${percent}% (not without your agreement to recording)`,
    face: (percent) =>
      `the time in which a face is in the picture, ${percent}% (not without your agreement to face observation)`,
    marks: ['; ', '. '],
    rest: 'No research shows that this predicts work. Whoever answers in writing, or was given more time, is scored on words alone. Expression, looks and accent never count. Where it would change the outcome, a person decides. Where the text below says that only words count or that something is not scored, this paragraph holds instead.',
  },
  ja: {
    lead: 'この会社の総合点は、話した内容のほかに次のものも含みます：',
    voice: (percent) => `声の速さと長い間（${percent}％。録音に同意しなければ含めません）`,
    face: (percent) =>
      `回答中に顔が映っている時間（${percent}％。表情の観察に同意しなければ含めません）`,
    marks: ['、', '。'],
    rest: 'これが仕事ぶりを予測するという研究はありません。文字で回答する方、時間の延長を受けた方は、内容だけで採点します。表情、容姿、なまりは見ません。結果が変わるときは人が判断します。下の「内容だけ」「採点しません」という記述より、この段落が優先します。',
  },
  fr: {
    lead: 'Dans cette entreprise, le total ne repose pas seulement sur vos propos. Il compte aussi : ',
    voice: (percent) =>
      `le débit et les longues pauses de votre voix, ${percent} % (pas sans votre accord pour l’enregistrement)`,
    face: (percent) =>
      `le temps où un visage est à l’image, ${percent} % (pas sans votre accord pour l’observation du visage)`,
    marks: [' ; ', '. '],
    rest: 'Aucune étude ne montre que cela prédit le travail. Par écrit, ou avec du temps supplémentaire, seuls vos propos comptent. Expression, apparence et accent ne comptent jamais. Si cela change le résultat, une personne décide. Là où le texte ci-dessous dit que seul le contenu compte ou « sans note », ce paragraphe prévaut.',
  },
};

/** The sentences for these weights. */
export function weighedSentences({ voice, face }: DeliveryShares, locale: Locale): string {
  const { lead, marks, rest, ...words } = weighedWords[locale];
  const [between, behind] = marks;
  const parts = [
    ...(voice > 0 ? [words.voice(voice)] : []),
    ...(face > 0 ? [words.face(face)] : []),
  ];
  return `${lead}${parts.join(between)}${behind}${rest}`;
}

/** Whoever decides on the consents. */
interface Reader {
  application: Application;
  asked: ExtraPurpose[];
  locale: Locale;
}

/** Null where words alone count; the face only where the position asks about it at all. */
export async function weighedNotice(
  manager: EntityManager,
  { application, asked, locale }: Reader,
): Promise<CandidateInterview['weighed']> {
  const inForce = await weightsInForce(manager, application.companyId);
  const face = asked.includes('facialObservation') ? inForce.face : 0;
  const shares = { voice: inForce.voice, face };
  return isWeighing(shares)
    ? {
        text: weighedSentences(shares, locale),
        version: weighedText(consentTexts.interview, shares),
      }
    : null;
}
