import type { Locale } from '@zhiyu/contracts/basics';
import { inLine } from '../notify/time-text.js';

/** Where an application stands, as a candidate is told in a sentence. */
export type Standing =
  | { at: 'received' | 'handedIn' | 'expired' | 'decided' | 'withdrawn' }
  /** `by`: the deadline. */
  | { at: 'invited'; by: string }
  | { at: 'passed'; next: { name: string; time: string } | null };

interface DialogueWords {
  position: (company: string, position: string) => string;
  standing: (standing: Standing) => string;
  postponed: (remind: string, deadline: string) => string;
  putOff: (deadline: string) => string;
  timeAsked: (contact: string, by: string) => string;
  nothingToMove: string;
  personAsked: (contact: string, by: string) => string;
  help: string;
  notUnderstood: string;
  stranger: string;
  page: string;
}

const zhStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return '投递收到了，正在看。';
    case 'invited':
      return `线上面试在等您，${standing.by} 截止。`;
    case 'handedIn':
      return '您的面试收到了，正在看。';
    case 'expired':
      return '线上面试过了截止时间。要新的时间，请回复“改时间”。';
    case 'passed':
      return standing.next
        ? `这一轮通过了。下一轮是${standing.next.name}，${standing.next.time}。`
        : '这一轮通过了。下一步写在您的页面上。';
    case 'decided':
      return '结果出来了，写在您的页面上。';
    case 'withdrawn':
      return '您已经退出了这次应聘。';
  }
};

const enStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return 'Your application has arrived and is being read.';
    case 'invited':
      return `The online interview is waiting for you, until ${standing.by}.`;
    case 'handedIn':
      return 'Your interview has arrived and is being read.';
    case 'expired':
      return 'The online interview’s deadline has passed. For another time, reply “change the time”.';
    case 'passed':
      return standing.next
        ? `You passed this round. Next: ${standing.next.name}, ${standing.next.time}.`
        : 'You passed this round. What comes next stands on your page.';
    case 'decided':
      return 'There is a result. It stands on your page.';
    case 'withdrawn':
      return 'You have withdrawn this application.';
  }
};

const jaStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return 'ご応募を受け取り、確認しています。';
    case 'invited':
      return `オンライン面接をお待ちしています。締め切りは ${standing.by} です。`;
    case 'handedIn':
      return '面接を受け取り、確認しています。';
    case 'expired':
      return 'オンライン面接の締め切りが過ぎました。別の日時をご希望でしたら「日時を変更」とお送りください。';
    case 'passed':
      return standing.next
        ? `この面接を通過しました。次は${standing.next.name}、${standing.next.time} です。`
        : 'この面接を通過しました。次の段階はご自身のページにあります。';
    case 'decided':
      return '結果が出ました。ご自身のページでご覧ください。';
    case 'withdrawn':
      return 'この応募は辞退されています。';
  }
};

const frStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return 'Votre candidature est bien arrivée, nous la lisons.';
    case 'invited':
      return `L’entretien en ligne vous attend jusqu’au ${standing.by}.`;
    case 'handedIn':
      return 'Votre entretien est bien arrivé, nous le lisons.';
    case 'expired':
      return 'Le délai de l’entretien en ligne est passé. Pour une autre date, écrivez « changer l’heure ».';
    case 'passed':
      return standing.next
        ? `Vous avez réussi cette étape. Prochaine étape : ${standing.next.name}, ${standing.next.time}.`
        : 'Vous avez réussi cette étape. La suite est sur votre page.';
    case 'decided':
      return 'Le résultat est là, vous le trouvez sur votre page.';
    case 'withdrawn':
      return 'Vous avez retiré cette candidature.';
  }
};

/** What the conversation says; times are written out already. */
export const dialogueWords: Record<Locale, DialogueWords> = {
  zh: {
    position: (company, position) => `${company}，${position}：`,
    standing: zhStanding,
    postponed: (remind, deadline) =>
      `好的，${remind} 再提醒您。${deadline} 截止，之前哪天做都行。这还不够的话，请回复“人工”。`,
    putOff: (deadline) =>
      `已经记着再提醒您了。${deadline} 截止，之前哪天做都行。这还不够的话，请回复“人工”。`,
    timeAsked: (contact, by) =>
      `已经告诉${contact}您想改时间，会在${inLine(by)} 前和您约。不影响评价。`,
    nothingToMove: '现在没有约好的面试时间可以改。有别的事，请回复“人工”。',
    personAsked: (contact, by) =>
      `好的，已经告诉${contact}，会在${inLine(by)} 前联系您。不影响评价。`,
    help: '可以问“进度”：走到哪一步、什么时候答复；“改时间”；“人工”：请招聘的同事联系您。',
    notUnderstood:
      '这句话我没看懂，也没有转给别人。可以回复“进度”“改时间”，或者“人工”，请招聘的同事联系您。',
    stranger: '还不知道您是哪位。请从面试通知里的链接进来，再说一次。',
    page: '打开我的页面',
  },
  en: {
    position: (company, position) => `${company}, ${position}: `,
    standing: enStanding,
    postponed: (remind, deadline) =>
      `Fine, you’ll be reminded on ${remind}. Any day until ${deadline} will do. If that isn’t enough, reply “person”.`,
    putOff: (deadline) =>
      `You’ll be reminded, as you asked. Any day until ${deadline} will do. If that isn’t enough, reply “person”.`,
    timeAsked: (contact, by) =>
      `${contact} knows that you need another time and will arrange one by ${by}. It doesn’t count against you.`,
    nothingToMove:
      'There is no interview time that could be moved now. For anything else, reply “person”.',
    personAsked: (contact, by) =>
      `Fine, ${contact} knows and will contact you by ${by}. It doesn’t count against you.`,
    help: 'You can ask for “status”: where your application stands and when we answer; “change the time”; “person”: somebody of recruiting contacts you.',
    notUnderstood:
      'I didn’t understand that, and nobody was told. Reply “status”, “change the time”, or “person” and somebody of recruiting contacts you.',
    stranger:
      'I don’t know yet who you are. Please come in by the link of your interview message and say it again.',
    page: 'Open my page',
  },
  ja: {
    position: (company, position) => `${company}、${position}：`,
    standing: jaStanding,
    postponed: (remind, deadline) =>
      `かしこまりました。${remind} にもう一度お知らせします。${deadline} までなら、いつでも受けられます。足りない場合は「担当者」とお送りください。`,
    putOff: (deadline) =>
      `もう一度お知らせすることになっています。${deadline} までなら、いつでも受けられます。足りない場合は「担当者」とお送りください。`,
    timeAsked: (contact, by) =>
      `日時の変更のご希望を${contact}に伝えました。${inLine(by)} までにご連絡します。評価には影響しません。`,
    nothingToMove: '変更できる面接の日時は今ありません。ほかのご用件は「担当者」とお送りください。',
    personAsked: (contact, by) =>
      `かしこまりました。${contact}に伝えました。${inLine(by)} までにご連絡します。評価には影響しません。`,
    help: '「進捗」：今の段階とお返事の時期。「日時を変更」。「担当者」：採用担当からご連絡します。',
    notUnderstood:
      '内容を読み取れず、誰にも伝えていません。「進捗」「日時を変更」または「担当者」とお送りください。',
    stranger:
      'どなたかまだわかりません。面接のお知らせのリンクからお入りいただき、もう一度お送りください。',
    page: '自分のページを開く',
  },
  fr: {
    position: (company, position) => `${company}, ${position} : `,
    standing: frStanding,
    postponed: (remind, deadline) =>
      `C’est noté, vous recevrez un rappel le ${remind}. N’importe quel jour jusqu’au ${deadline} convient. Si cela ne suffit pas, écrivez « une personne ».`,
    putOff: (deadline) =>
      `Un rappel est déjà prévu. N’importe quel jour jusqu’au ${deadline} convient. Si cela ne suffit pas, écrivez « une personne ».`,
    timeAsked: (contact, by) =>
      `${contact} sait que vous souhaitez une autre date et vous la proposera avant ${by}. Cela ne joue pas sur l’évaluation.`,
    nothingToMove:
      'Il n’y a pas d’entretien à déplacer pour le moment. Pour autre chose, écrivez « une personne ».',
    personAsked: (contact, by) =>
      `C’est noté, ${contact} est au courant et vous contactera avant ${by}. Cela ne joue pas sur l’évaluation.`,
    help: 'Vous pouvez écrire « statut » : l’étape et la date de réponse ; « changer l’heure » ; « une personne » : l’équipe du recrutement vous contacte.',
    notUnderstood:
      'Je n’ai pas compris, et personne n’a été prévenu. Écrivez « statut », « changer l’heure » ou « une personne ».',
    stranger:
      'Je ne sais pas encore qui vous êtes. Entrez par le lien de votre message d’entretien et écrivez de nouveau.',
    page: 'Ouvrir ma page',
  },
};
