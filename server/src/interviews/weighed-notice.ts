import type { Locale } from '@zhiyu/contracts/basics';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { type DeliveryShares, weighedText } from '@zhiyu/contracts/delivery-limits';
import type { WeighedNotice } from '@zhiyu/contracts/delivery-weights';
import type { ExtraPurpose } from '@zhiyu/contracts/interview';
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
  /** In place of what the consent says where words alone count: of the assessment, of the observation, in the full text. */
  assessment: string;
  observation: string;
  machine: string;
}

/** What a candidate reads before agreeing, where a company lets voice or face weigh; part of the consent's sentences. */
const weighedWords: Record<Locale, Words> = {
  zh: {
    lead: '这家公司的总分不只看您说的内容，还加上：',
    voice: (percent) => `声音的语速和长停顿，占 ${percent}%（不同意录音就不计）`,
    face: (percent) => `回答时镜头里有脸的时间，占 ${percent}%（不同意面部观察就不计）`,
    marks: ['；', '。'],
    rest: '没有研究证明这能预测工作表现。打字回答的、申请过更多时间的，只按内容打分。不看表情、长相和口音。机器不会只因为这一项让您通过或不通过：结论不同就由人来看。',
    assessment: '看您说的内容，再加上面写的部分。是否通过由人决定。',
    observation:
      '在您的设备里看脸的方向和表情，只送出数字，不送画面。只有镜头里有脸的时间计入总分。',
    machine:
      '机器对照岗位的能力要求，看您说的内容，每个分数都标出依据的原话。打分不看长相、口音和表情。总分再加开头写明的部分；声音和脸的其他记录不打分。',
  },
  en: {
    lead: 'At this company the total is not made from what you say alone. It also counts: ',
    voice: (percent) =>
      `speaking rate and long pauses of your voice, ${percent}% (not without your agreement to recording)`,
    face: (percent) =>
      `the time in which a face is in the picture, ${percent}% (not without your agreement to face observation)`,
    marks: ['; ', '. '],
    rest: 'No research shows that this predicts work. Whoever answers in writing, or was given more time, is scored on words alone. Expression, looks and accent never count. Where it would change the outcome, a person decides.',
    assessment: 'What you say counts, and the share named above. A person decides.',
    observation:
      'Your device looks at where the face points and its expression. Only numbers are sent, no pictures. Only the time with a face in the picture counts in the total.',
    machine:
      'The machine compares what you say with the position’s requirements and marks the words each score rests on. Scores ignore looks, accent and expression. The total also counts the share named at the top; nothing else about voice or face is scored.',
  },
  ja: {
    lead: 'この会社の総合点は、話した内容のほかに次のものも含みます：',
    voice: (percent) => `声の速さと長い間（${percent}％。録音に同意しなければ含めません）`,
    face: (percent) =>
      `回答中に顔が映っている時間（${percent}％。表情の観察に同意しなければ含めません）`,
    marks: ['、', '。'],
    rest: 'これが仕事ぶりを予測するという研究はありません。文字で回答する方、時間の延長を受けた方は、内容だけで採点します。表情、容姿、なまりは見ません。結果が変わるときは人が判断します。',
    assessment: '話した内容に、上に書いた割合を加えて見ます。合否は人が決めます。',
    observation:
      '端末の中で顔の向きと表情を調べ、数値だけを送ります。映像は送りません。総合点に含めるのは、顔が映っている時間だけです。',
    machine:
      '機械は話した内容を求人の基準と比べ、点数の根拠となる言葉を示します。採点では容姿、なまり、表情を見ません。総合点には冒頭に書いた割合も含めます。声と顔についてのほかの記録は採点しません。',
  },
  fr: {
    lead: 'Dans cette entreprise, le total ne repose pas seulement sur vos propos. Il compte aussi : ',
    voice: (percent) =>
      `le débit et les longues pauses de votre voix, ${percent} % (pas sans votre accord pour l’enregistrement)`,
    face: (percent) =>
      `le temps où un visage est à l’image, ${percent} % (pas sans votre accord pour l’observation du visage)`,
    marks: [' ; ', '. '],
    rest: 'Aucune étude ne montre que cela prédit le travail. Par écrit, ou avec du temps supplémentaire, seuls vos propos comptent. Expression, apparence et accent ne comptent jamais. Si cela change le résultat, une personne décide.',
    assessment: 'Vos propos comptent, et la part indiquée plus haut. Une personne décide.',
    observation:
      'Votre appareil regarde l’orientation et l’expression du visage. Seuls des chiffres partent, pas d’images. Seul le temps où un visage est à l’image compte dans le total.',
    machine:
      'La machine compare vos propos aux exigences du poste et cite les mots retenus. La note ignore l’apparence, l’accent et l’expression. Le total compte aussi la part indiquée en tête ; rien d’autre de la voix ni du visage n’est noté.',
  },
};

/** The sentences for these weights: what stands first, and what replaces sentences of the consent. */
export function weighedSentences(
  { voice, face }: DeliveryShares,
  locale: Locale,
): Omit<WeighedNotice, 'version'> {
  const { lead, marks, rest, assessment, observation, machine, ...words } = weighedWords[locale];
  const [between, behind] = marks;
  const parts = [
    ...(voice > 0 ? [words.voice(voice)] : []),
    ...(face > 0 ? [words.face(face)] : []),
  ];
  return {
    text: `${lead}${parts.join(between)}${behind}${rest}`,
    instead: {
      ...{ automatedAssessment: assessment, machine },
      ...(face > 0 ? { facialObservation: observation } : {}),
    },
  };
}

/** Whoever decides on the consents. */
interface Reader {
  application: Application;
  asked: ExtraPurpose[];
  european: boolean;
  locale: Locale;
}

/** Null where words alone count, as everywhere under the European rules; the face only where the position asks about it at all. */
export async function weighedNotice(
  manager: EntityManager,
  { application, asked, european, locale }: Reader,
): Promise<WeighedNotice | null> {
  if (european) {
    return null;
  }
  const inForce = await weightsInForce(manager, application.companyId);
  const face = asked.includes('facialObservation') ? inForce.face : 0;
  const shares = { voice: inForce.voice, face };
  return isWeighing(shares)
    ? {
        ...weighedSentences(shares, locale),
        version: weighedText(consentTexts.interview, shares),
      }
    : null;
}
