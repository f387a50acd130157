/** Sentences about files that do not let themselves be read, tables, and written tests. */
export const sheetErrorTexts = {
  fileFormulas: {
    zh: '表里有公式。另存为数值再传。',
    en: 'The table has formulas. Save it with values only and send the copy.',
    ja: '表に数式があります。値だけで保存し直してお送りください。',
    fr: 'Le tableau contient des formules. Enregistrez les valeurs seules et renvoyez.',
  },
  archiveTooLong: {
    zh: '压缩包里的文件太多[，一次最多 {most} 份]。分成几个再传。',
    en: 'The archive holds too many files[; {most} at a time]. Split it and send the parts.',
    ja: 'アーカイブのファイルが多すぎます[（一度に {most} 件まで）]。分けてお送りください。',
    fr: 'Trop de fichiers dans l’archive[ ; {most} à la fois]. Envoyez-la en plusieurs parties.',
  },
  sheetTooLong: {
    zh: '[一次最多 {most} 行。|行数太多。]分成几张表再传。',
    en: '[At most {most} rows at a time.|Too many rows.] Split the table.',
    ja: '[一度に {most} 行までです。|行が多すぎます。]分けてお送りください。',
    fr: '[{most} lignes au plus à la fois.|Trop de lignes.] Divisez le tableau.',
  },
  sheetColumns: {
    zh: '第一行没有认出需要的列名。要有成绩列，和手机、邮箱或投递编号之一。',
    en: 'The first row lacks needed columns: a score, and a phone, mail or application number.',
    ja: '1行目に必要な列がありません。点数と、電話・メール・応募番号のどれかが必要です。',
    fr: 'Colonnes manquantes en première ligne : une note, et téléphone, e-mail ou numéro.',
  },
  sheetChanged: {
    zh: '预览之后有变化。请再看一遍预览。',
    en: 'Something changed since the preview. Look at it again.',
    ja: 'プレビュー後に変わりました。もう一度ご確認ください。',
    fr: 'Quelque chose a changé depuis l’aperçu. Regardez-le à nouveau.',
  },
  testUnpublished: {
    zh: '这份笔试还没有发布。先发布再发给候选人。',
    en: 'This test is not published yet. Publish it before sending it.',
    ja: 'この試験はまだ公開されていません。先に公開してください。',
    fr: 'Ce test n’est pas publié. Publiez-le avant de l’envoyer.',
  },
  testOver: {
    zh: '这份笔试已经结束。之前存下的答案都算。',
    en: 'This test is over. The answers saved before count.',
    ja: 'この試験は終了しました。保存済みの回答は有効です。',
    fr: 'Ce test est terminé. Les réponses enregistrées comptent.',
  },
  fileBomb: {
    zh: '文件展开后大得不正常。另存一份再传。',
    en: 'The file unpacks to an unusual size. Save it again and send the new copy.',
    ja: '展開すると異常に大きくなります。保存し直してお送りください。',
    fr: 'Ce fichier se déploie anormalement. Réenregistrez-le et renvoyez.',
  },
  fileTimedOut: {
    zh: '读这个文件用时太长。另存一份简单的再传。',
    en: 'Reading this file took too long. Save a simpler copy and send it.',
    ja: '読み取りに時間がかかりすぎました。簡単な形で保存し直してください。',
    fr: 'La lecture a pris trop de temps. Envoyez une copie plus simple.',
  },
} as const;
