import type { Locale } from '@zhiyu/contracts/basics';
import type { Report, Verdict, Weighed } from '@zhiyu/contracts/scoring';
import type { PrintedRows } from './printed-parts.js';

/** Labels of what voice and face weighed on paper. */
interface WeighedWords {
  title: string;
  note: string;
  words: string;
  total: string;
  voice: (percent: number) => string;
  face: (percent: number) => string;
  voiceText: (points: number, rate: number, long: number) => string;
  faceText: (points: number, seen: number) => string;
  ground: string;
  apart: string;
  /** In place of the usual line of the method that neither counts. */
  method: string;
  /** Behind the facts of the sound, in place of “not scored”. */
  partly: string;
  join: string;
}

const words: Record<Locale, WeighedWords> = {
  zh: {
    title: '声音和脸计入了总分',
    note: '没有证据表明有预测力',
    words: '只看内容的总分',
    total: '计入后的总分',
    voice: (percent) => `声音，占 ${percent}%`,
    face: (percent) => `露脸时间，占 ${percent}%`,
    voiceText: (points, rate, long) =>
      `${points}/100：每秒 ${rate} 个音节，长停顿占 ${long}% 的时间`,
    faceText: (points, seen) => `${points}/100：${seen}% 的时间看得到脸`,
    ground: '公司写下的理由',
    apart: '两种算法的结论不同，由人决定',
    method:
      '长相、口音和表情不进得分；声音和露脸时间只进总分，见上。没有测到的写“未测到”，不算 0 分。',
    partly: '语速和长停顿计入总分，其余不计',
    join: '，',
  },
  en: {
    title: 'Voice and face count in the total',
    note: 'no validity evidence',
    words: 'Total from words alone',
    total: 'Total with them',
    voice: (percent) => `Voice, ${percent}%`,
    face: (percent) => `Time with a face, ${percent}%`,
    voiceText: (points, rate, long) =>
      `${points}/100: ${rate} syllables a second, ${long}% of the time in long pauses`,
    faceText: (points, seen) => `${points}/100: a face in ${seen}% of the time`,
    ground: 'The company’s ground',
    apart: 'The two readings differ, so a person decides',
    method:
      'Looks, accent and expression are no part of a score; voice and time with a face enter the total alone, see above. What was not measured says so and is not zero.',
    partly: 'rate and long pauses count in the total, the rest does not',
    join: ', ',
  },
  ja: {
    title: '声と顔を総合点に含めています',
    note: '予測力の根拠なし',
    words: '内容だけの総合点',
    total: '含めた総合点',
    voice: (percent) => `声（${percent}％）`,
    face: (percent) => `顔が映る時間（${percent}％）`,
    voiceText: (points, rate, long) => `${points}/100：毎秒 ${rate} 音節、長い間は時間の ${long}％`,
    faceText: (points, seen) => `${points}/100：時間の ${seen}％ に顔`,
    ground: '会社の理由',
    apart: '二つの結論が異なるため、人が判断します',
    method:
      '容姿・訛り・表情は得点に入りません。声と顔が映る時間は総合点だけに入ります（上記）。測定していないものは 0 点ではなく「未測定」です。',
    partly: '速さと長い間は総合点に入り、ほかは得点外',
    join: '、',
  },
  fr: {
    title: 'Voix et visage comptent dans le total',
    note: 'aucune preuve de validité',
    words: 'Total des propos seuls',
    total: 'Total avec eux',
    voice: (percent) => `Voix, ${percent} %`,
    face: (percent) => `Temps avec un visage, ${percent} %`,
    voiceText: (points, rate, long) =>
      `${points}/100 : ${rate} syllabes par seconde, ${long} % du temps en longues pauses`,
    faceText: (points, seen) => `${points}/100 : un visage ${seen} % du temps`,
    ground: 'Motif de l’entreprise',
    apart: 'Les deux lectures diffèrent : une personne décide',
    method:
      'Apparence, accent et expression n’entrent pas dans le score ; la voix et le temps avec un visage n’entrent que dans le total, voir ci-dessus. Ce qui n’est pas mesuré le dit et ne vaut pas zéro.',
    partly: 'débit et longues pauses comptent dans le total, le reste non',
    join: ', ',
  },
};

/** What was weighed, with the total of the words alone; nothing where words alone count. */
export function weighedRows(
  { weighed, total, locale }: Report,
  withError: (value: number, error: number | null) => string,
  /** How a verdict is called; null for who sees no requirement. */
  verdictName: ((verdict: Verdict) => string) | null,
): PrintedRows[] {
  if (!weighed || total.value === null) {
    return [];
  }
  const say = words[locale];
  const told = (verdict: Verdict) => (verdictName ? `${say.join}${verdictName(verdict)}` : '');
  const before = withError(weighed.words.value, weighed.words.standardError);
  const after = withError(total.value, total.standardError);
  const differ = verdictName !== null && weighed.words.verdict !== total.verdict;
  return [
    {
      title: say.title,
      note: say.note,
      rows: [
        { label: say.words, value: before + told(weighed.words.verdict) },
        { label: say.total, value: after + told(total.verdict) },
        ...partRows(weighed, say),
        { label: say.ground, value: weighed.ground },
        ...(differ ? [{ label: '', value: say.apart }] : []),
      ],
    },
  ];
}

function partRows({ voice, face }: Weighed, say: WeighedWords): PrintedRows['rows'] {
  const percent = (share: number) => Math.round(share * 100);
  return [
    ...(voice
      ? [
          {
            label: say.voice(percent(voice.weight)),
            value: say.voiceText(voice.value, voice.rate, percent(voice.longPauses)),
          },
        ]
      : []),
    ...(face
      ? [
          {
            label: say.face(percent(face.weight)),
            value: say.faceText(face.value, percent(face.seen)),
          },
        ]
      : []),
  ];
}

/** The lines of the method, true also where voice or face counts: the last of them says what does not. */
export function methodOf({ weighed, locale }: Report, usual: string[]): string[] {
  return weighed ? [...usual.slice(0, -1), words[locale].method] : usual;
}

/** Behind the facts of the sound. */
export function soundNote({ weighed, locale }: Report, unscored: string): string {
  return weighed?.voice ? words[locale].partly : unscored;
}
