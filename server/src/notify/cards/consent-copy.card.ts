import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock } from '@zhiyu/contracts/card';
import type { DeliveryShares } from '@zhiyu/contracts/delivery-limits';
import { type ConsentPurpose, consentPurposes } from '@zhiyu/contracts/interview';
import type { CardContent } from '../card-content.js';
import { timeText } from '../time-text.js';

export interface ConsentCopyProps {
  locale: Locale;
  positionName: string;
  companyName: string;
  /** When it was decided. */
  at: number;
  now: number;
  href: string;
  /** Null: nobody asked about it. */
  state: Partial<Record<string, boolean | null>>;
  /** What voice and face may weigh in the total by these consents, percent; zeros: words alone count. */
  shares: DeliveryShares;
}

interface Words {
  title: string;
  text: (company: string, time: string) => string;
  yes: string;
  no: string;
  open: string;
  /** What was agreed to count beside the words: what it is, between two of them, and what it is worth. */
  weighed: {
    lead: string;
    voice: (percent: number) => string;
    face: (percent: number) => string;
    between: string;
    behind: string;
  };
  purposes: Record<ConsentPurpose, string>;
}

const words: Record<Locale, Words> = {
  zh: {
    title: '您的同意，一份留给您',
    text: (company, time) => `${time} 告诉${company}的决定，随时能改。`,
    yes: '同意',
    no: '不同意',
    open: '查看和修改',
    weighed: {
      lead: '您同意打分时还算：',
      voice: (percent) => `声音的语速和长停顿，占 ${percent}%`,
      face: (percent) => `回答时镜头里有脸的时间，占 ${percent}%`,
      between: '；',
      behind: '。没有研究证明这能预测工作表现。',
    },
    purposes: {
      recording: '录像和录音',
      transcription: '声音转成文字',
      automatedAssessment: '机器打分，供人参考',
      facialObservation: '面部观察',
      browserRecognition: '浏览器把声音转成字幕',
      talentPool: '进入人才库',
      poolTransfer: '其他国家的同事能看人才库里的资料',
    },
  },
  en: {
    title: 'Your consents, a copy for you',
    text: (company, time) => `What you told ${company} on ${time}. You can change it any time.`,
    yes: 'Agreed',
    no: 'Refused',
    open: 'See and change',
    weighed: {
      lead: 'You agreed that the total also counts: ',
      voice: (percent) => `speaking rate and long pauses of your voice, ${percent}%`,
      face: (percent) => `the time in which a face is in the picture, ${percent}%`,
      between: '; ',
      behind: '. No research shows that this predicts work.',
    },
    purposes: {
      recording: 'Recording',
      transcription: 'Speech into text',
      automatedAssessment: 'Scoring by a machine, for people to look at',
      facialObservation: 'Observation of the face',
      browserRecognition: 'Captions by the browser',
      talentPool: 'Talent pool',
      poolTransfer: 'Talent pool seen from other countries',
    },
  },
  ja: {
    title: '同意の控え',
    text: (company, time) => `${time} に${company}へ伝えた内容です。いつでも変えられます。`,
    yes: '同意する',
    no: '同意しない',
    open: '見る・変える',
    weighed: {
      lead: '総合点に次も含めることに同意しました：',
      voice: (percent) => `声の速さと長い間（${percent}％）`,
      face: (percent) => `回答中に顔が映っている時間（${percent}％）`,
      between: '、',
      behind: '。これが仕事ぶりを予測するという研究はありません。',
    },
    purposes: {
      recording: '録画と録音',
      transcription: '音声の文字化',
      automatedAssessment: '機械による採点（参考）',
      facialObservation: '表情の観察',
      browserRecognition: 'ブラウザーによる字幕',
      talentPool: '人材プール',
      poolTransfer: '人材プールを他国の社員が見ること',
    },
  },
  fr: {
    title: 'Vos accords, une copie pour vous',
    text: (company, time) =>
      `Ce que vous avez dit à ${company} le ${time}. Modifiable à tout moment.`,
    yes: 'Accepté',
    no: 'Refusé',
    open: 'Voir et modifier',
    weighed: {
      lead: 'Vous avez accepté que le total compte aussi : ',
      voice: (percent) => `le débit et les longues pauses de la voix, ${percent} %`,
      face: (percent) => `le temps où un visage est à l’image, ${percent} %`,
      between: ' ; ',
      behind: '. Aucune étude ne montre que cela prédit le travail.',
    },
    purposes: {
      recording: 'Enregistrement',
      transcription: 'La voix mise par écrit',
      automatedAssessment: 'Une note par machine, pour aider',
      facialObservation: 'Observation du visage',
      browserRecognition: 'Sous-titres par le navigateur',
      talentPool: 'Vivier de talents',
      poolTransfer: 'Vivier vu depuis d’autres pays',
    },
  },
};

function weighedBlocks({ voice, face }: DeliveryShares, { weighed }: Words): CardBlock[] {
  const { lead, between, behind } = weighed;
  const parts = [
    ...(voice > 0 ? [weighed.voice(voice)] : []),
    ...(face > 0 ? [weighed.face(face)] : []),
  ];
  return parts.length === 0
    ? []
    : [{ type: 'text', text: `${lead}${parts.join(between)}${behind}` }];
}

/** To the candidate: every decision about the own data, as it stands. */
export function consentCopyCard(props: ConsentCopyProps): CardContent {
  const { locale, state, at, now } = props;
  const say = words[locale];
  const facts = consentPurposes.flatMap((purpose): CardBlock[] => {
    const given = state[purpose];
    const label = say.purposes[purpose];
    return given === null || given === undefined
      ? []
      : [{ type: 'fact', label, value: given ? say.yes : say.no }];
  });
  const text = say.text(props.companyName, timeText(at, now, locale));
  return {
    locale,
    eyebrow: props.positionName,
    title: say.title,
    figure: null,
    blocks: [{ type: 'text', text }, ...facts, ...weighedBlocks(props.shares, say)],
    buttons: [{ action: 'open', label: say.open, style: 'plain', href: props.href }],
    footnote: '',
  };
}
