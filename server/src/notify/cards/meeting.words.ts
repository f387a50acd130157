import type { Locale } from '@zhiyu/contracts/basics';
import type { StaffLocale } from './staff-locale.js';

interface Common {
  when: string;
  where: string;
  contact: string;
  round: (name: string, minutes: number) => string;
  move: string;
  which: string;
  cancel: string;
  page: string;
  moved: (time: string) => string;
  cancelled: string;
}

interface CandidateWords extends Common {
  title: { offered: string; moved: string; cancelled: string; day: string; hour: string };
  text: { offered: string; moved: string; cancelled: string; day: string; hour: string };
  calendar: string;
}

interface StaffWords extends Common {
  title: {
    moved: (name: string) => string;
    cancelled: (name: string) => string;
    day: (name: string) => string;
    hour: (name: string) => string;
  };
  cancelledText: string;
}

export const candidateMeetingWords: Record<Locale, CandidateWords> = {
  zh: {
    title: {
      offered: '面试时间，您来选',
      moved: '面试时间改了',
      cancelled: '这次面试取消了',
      day: '明天面试',
      hour: '一小时后面试',
    },
    text: {
      offered: '下面几个时间都可以。不选，就还是原来的时间。',
      moved: '时间是我们改的，给您添麻烦了。不方便可以再换。',
      cancelled: '抱歉让您白等。联系人会再跟您说怎么安排。',
      day: '时间和地点都在下面。来不了也可以直接说。',
      hour: '时间和地点都在下面。路上慢慢来。',
    },
    when: '时间',
    where: '地点',
    contact: '联系人',
    round: (name, minutes) => `${name}，${minutes} 分钟`,
    move: '换个时间',
    which: '换到什么时候',
    cancel: '来不了',
    page: '看全部时间',
    calendar: '加到日历',
    moved: (time) => `已改到${time}`,
    cancelled: '已取消。想再约，打开页面选时间',
  },
  en: {
    title: {
      offered: 'Choose the time of your interview',
      moved: 'Your interview has another time',
      cancelled: 'Your interview is cancelled',
      day: 'Your interview is tomorrow',
      hour: 'Your interview is in an hour',
    },
    text: {
      offered: 'Any of these times works. Without a choice the time stays as it is.',
      moved: 'We had to move it, sorry. You can change it again if it doesn’t suit you.',
      cancelled: 'We’re sorry. Your contact will tell you what comes next.',
      day: 'Time and place are below. If you can’t come, just say so.',
      hour: 'Time and place are below. Travel safely.',
    },
    when: 'When',
    where: 'Where',
    contact: 'Contact',
    round: (name, minutes) => `${name}, ${minutes} min`,
    move: 'Another time',
    which: 'Which time?',
    cancel: 'I can’t come',
    page: 'All times',
    calendar: 'Add to calendar',
    moved: (time) => `Moved to ${time}`,
    cancelled: 'Cancelled. To arrange it again, open the page',
  },
  ja: {
    title: {
      offered: '面接の日時をお選びください',
      moved: '面接の日時が変わりました',
      cancelled: '面接は取り消しになりました',
      day: '面接は明日です',
      hour: '面接は一時間後です',
    },
    text: {
      offered: 'どの時間でもかまいません。選ばなければ元の日時のままです。',
      moved: 'こちらの都合で変更しました。申し訳ありません。再度変更もできます。',
      cancelled: '申し訳ありません。今後については担当よりご連絡します。',
      day: '日時と場所は下にあります。来られないときも、そのままお知らせください。',
      hour: '日時と場所は下にあります。お気をつけてお越しください。',
    },
    when: '日時',
    where: '場所',
    contact: '担当',
    round: (name, minutes) => `${name}、${minutes} 分`,
    move: '別の時間',
    which: 'どの時間にしますか',
    cancel: '行けません',
    page: 'すべての時間',
    calendar: 'カレンダーに追加',
    moved: (time) => `${time}に変更しました`,
    cancelled: '取り消しました。改めて選ぶにはページを開いてください',
  },
  fr: {
    title: {
      offered: 'Choisissez l’heure de l’entretien',
      moved: 'Votre entretien change d’heure',
      cancelled: 'Votre entretien est annulé',
      day: 'Votre entretien est demain',
      hour: 'Votre entretien est dans une heure',
    },
    text: {
      offered: 'Tous ces créneaux conviennent. Sans choix, l’heure reste la même.',
      moved: 'Nous avons dû le déplacer, désolés. Vous pouvez encore changer.',
      cancelled: 'Nous sommes désolés. Votre contact vous dira la suite.',
      day: 'L’heure et le lieu sont ci-dessous. Si vous ne pouvez pas venir, dites-le.',
      hour: 'L’heure et le lieu sont ci-dessous. Bonne route.',
    },
    when: 'Quand',
    where: 'Où',
    contact: 'Contact',
    round: (name, minutes) => `${name}, ${minutes} min`,
    move: 'Une autre heure',
    which: 'Quelle heure ?',
    cancel: 'Je ne peux pas venir',
    page: 'Tous les créneaux',
    calendar: 'Ajouter au calendrier',
    moved: (time) => `Déplacé au ${time}`,
    cancelled: 'Annulé. Pour reprendre rendez-vous, ouvrez la page',
  },
};

export const staffMeetingWords: Record<StaffLocale, StaffWords> = {
  zh: {
    title: {
      moved: (name) => `${name}换了面试时间`,
      cancelled: (name) => `${name}来不了`,
      day: (name) => `明天面试${name}`,
      hour: (name) => `一小时后面试${name}`,
    },
    cancelledText: '改到别的时间，这一轮就又算数了。',
    when: '时间',
    where: '地点',
    contact: '联系人',
    round: (name, minutes) => `${name}，${minutes} 分钟`,
    move: '改时间',
    which: '改到什么时候',
    cancel: '取消这一轮',
    page: '看安排',
    moved: (time) => `已改到${time}`,
    cancelled: '已取消，候选人会收到消息',
  },
  en: {
    title: {
      moved: (name) => `${name} chose another time`,
      cancelled: (name) => `${name} can’t come`,
      day: (name) => `Tomorrow: ${name}`,
      hour: (name) => `In an hour: ${name}`,
    },
    cancelledText: 'Move it to another time and the round stands again.',
    when: 'When',
    where: 'Where',
    contact: 'Contact',
    round: (name, minutes) => `${name}, ${minutes} min`,
    move: 'Move',
    which: 'To which time?',
    cancel: 'Cancel the round',
    page: 'All rounds',
    moved: (time) => `Moved to ${time}`,
    cancelled: 'Cancelled, and the candidate is told',
  },
};
