/**
 * Answers in French and Japanese to questions of the bank, written from the question's text and hint alone, with their
 * levels, before the engine read these languages and without a look at the anchors.
 */
export interface SpokenAnswer {
  competency: string;
  question: string;
  locale: 'fr' | 'ja';
  /** About level 4-5. */
  strong: string;
  /** About level 3. */
  middling: string;
  /** About level 1-2. */
  weak: string;
}

export const spokenAnswers: SpokenAnswer[] = [
  {
    competency: 'problem-solving',
    question: 'prob-root-cause',
    locale: 'fr',
    strong:
      "L'an dernier, les colis du dépôt de Lille arrivaient en retard chaque vendredi et tout le monde accusait le transporteur. J'ai repris les heures de passage sur six semaines et j'ai vu que le retard commençait avant le camion, au moment de l'impression des étiquettes. J'ai comparé avec un autre dépôt, puis j'ai fait imprimer les étiquettes le jeudi soir pendant deux vendredis : plus aucun retard. La cause était une mise à jour du serveur à quatorze heures. On l'a déplacée au dimanche et j'ai écrit la méthode pour l'équipe. Depuis, zéro retard en trois mois.",
    middling:
      "Notre imprimante tombait en panne souvent et on pensait qu'elle était vieille. J'ai regardé les dates des pannes et j'ai remarqué que c'était toujours après un changement de papier. J'ai essayé un autre papier et la panne n'est plus revenue.",
    weak: "En général je demande à un collègue plus ancien, il sait mieux que moi. Si personne ne sait, on redémarre l'ordinateur et souvent ça repart, on ne cherche pas plus loin.",
  },
  {
    competency: 'problem-solving',
    question: 'prob-root-cause',
    locale: 'ja',
    strong:
      '去年、倉庫で毎週金曜だけ出荷が遅れ、皆は運送会社のせいだと言っていました。私は六週間分の通過時刻を並べて調べ、遅れはトラックの前、ラベル印刷の時点で始まっていると気づきました。別の倉庫と比べ、二週続けて前日の夜に印刷してもらったところ、遅れはなくなりました。原因は午後二時のサーバー更新でした。更新を日曜に移し、手順を書いて共有しました。それから三か月、遅れはゼロです。',
    middling:
      'プリンターがよく止まり、古いからだと思われていました。私は止まった日を記録し、紙を替えた後に起きていると分かりました。別の紙を試すと止まらなくなりました。',
    weak: 'たいてい先輩に聞きます。私より詳しいからです。誰も分からなければ再起動して、直ればそれ以上は調べません。',
  },
  {
    competency: 'teamwork',
    question: 'team-disagree-plan',
    locale: 'fr',
    strong:
      "Pendant mon stage, Karim voulait refaire tout le site d'un coup, moi je préférais page par page parce que la fête des mères arrivait. Je lui ai demandé un café, je l'ai écouté jusqu'au bout, puis je lui ai montré les ventes par page. On a décidé d'essayer mon ordre une semaine avec sa maquette. J'ai pris les pages produits, lui l'accueil, et chaque soir nous relisions le travail de l'autre. Le site est sorti deux jours avant la date et les commandes ont augmenté de quinze pour cent. J'ai appris à partir de ce qui inquiète l'autre.",
    middling:
      "Je n'étais pas d'accord avec ma collègue sur l'ordre des tâches. Je lui ai dit pourquoi, elle a expliqué ses raisons, et finalement nous avons suivi son plan. J'ai fait ma partie et le travail a été rendu à temps.",
    weak: "Il faisait n'importe quoi, alors j'ai fait ma partie de mon côté sans lui parler. Le chef a bien vu que c'était sa faute.",
  },
  {
    competency: 'teamwork',
    question: 'team-disagree-plan',
    locale: 'ja',
    strong:
      'インターンの時、同期はサイトを一度に全部作り直そうとし、私は母の日が近いので一ページずつ直したいと考えていました。まず彼の話を最後まで聞き、次にページごとの売上を見せて、一週間だけ私の順番で試そうと提案しました。私が商品ページ、彼がトップを担当し、毎晩お互いの作業を確認しました。予定より二日早く公開でき、注文は十五パーセント増えました。相手の心配から話を始めることを学びました。',
    middling:
      '同僚と作業の順番で意見が合いませんでした。理由を伝え、相手の考えも聞いて、結局は相手の案で進めました。自分の担当を終わらせ、期限に間に合いました。',
    weak: '相手のやり方がおかしかったので、話さずに自分の分だけやりました。失敗したのは相手の責任です。',
  },
  {
    competency: 'learning',
    question: 'learn-hard-feedback',
    locale: 'fr',
    strong:
      "En mars, ma responsable m'a dit devant l'équipe que mes comptes rendus étaient illisibles. Sur le moment j'ai été vexé. Le lendemain je lui ai demandé un exemple, elle m'a montré un texte de trois pages où la décision était à la fin. J'ai changé : la décision d'abord, dix lignes au plus, et je faisais relire par un collègue d'un autre service. Au bout d'un mois elle a transféré mon compte rendu à la direction sans le corriger, et deux collègues ont repris mon modèle.",
    middling:
      "Un client m'a reproché de parler trop vite. J'ai compris qu'il avait raison, alors je fais plus de pauses et je demande si c'est clair. Depuis ça se passe mieux.",
    weak: "On m'a dit que j'arrivais en retard, mais c'était exagéré, les autres aussi. Je n'ai rien changé.",
  },
  {
    competency: 'learning',
    question: 'learn-hard-feedback',
    locale: 'ja',
    strong:
      '三月に上司から皆の前で「君の報告は読めない」と言われました。その時は悔しかったです。翌日、例を見せてほしいと頼むと、三ページの最後に結論がある私の文書を渡されました。そこで結論を先に、十行以内にまとめ、別の部署の同僚に毎回読んでもらうようにしました。一か月後、上司は私の報告をそのまま役員に転送し、同僚二人も同じ形を使うようになりました。',
    middling:
      'お客様に話すのが速いと言われました。その通りだと思い、間を取り、分かりにくくないか聞くようにしました。それからは伝わりやすくなりました。',
    weak: '遅刻が多いと言われましたが、他の人も同じなので、気にしませんでした。特に変えていません。',
  },
  {
    competency: 'accountability',
    question: 'own-mistake',
    locale: 'fr',
    strong:
      "Il y a deux ans, j'ai envoyé un devis avec un ancien tarif à un client, quatre cents euros trop bas. Personne ne l'avait vu. J'ai prévenu mon chef dans l'heure, j'ai appelé le client, je lui ai expliqué mon erreur et proposé de garder le prix sur la moitié de la commande. Il a accepté. Ensuite j'ai vérifié les vingt autres devis du mois, trouvé un second cas et corrigé le modèle pour que le tarif se mette à jour tout seul. Cela n'est plus jamais arrivé.",
    middling:
      "J'avais oublié de réserver une salle. Je l'ai dit à mon responsable et j'en ai trouvé une autre le matin même. Maintenant je note mes réservations dans l'agenda.",
    weak: "Une fois j'ai fait une erreur dans un fichier mais comme personne ne l'a vue, je n'ai rien dit. Ce n'était pas très grave et le logiciel était compliqué.",
  },
  {
    competency: 'accountability',
    question: 'own-mistake',
    locale: 'ja',
    strong:
      '二年前、古い価格で見積もりをお客様に送ってしまい、四万円安くなっていました。誰も気づいていませんでした。私は一時間以内に上司へ報告し、お客様に電話して間違いを説明し、注文の半分はその価格でお受けすると提案して納得していただきました。その後、その月の見積もり二十件を全部見直して、もう一件見つけ、価格が自動で更新されるように書式を直しました。それ以来、同じミスは起きていません。',
    middling:
      '会議室の予約を忘れていました。上司に伝えて、朝のうちに別の部屋を見つけました。今は予約を手帳に書いています。',
    weak: 'ファイルの数字を間違えたことがありますが、誰も気づかなかったので黙っていました。システムが使いにくかったのです。',
  },
  {
    competency: 'communication',
    question: 'com-explain-outsider',
    locale: 'fr',
    strong:
      "Je devais expliquer à des infirmières pourquoi leur logiciel refusait un mot de passe. Au début elles ne comprenaient pas le mot chiffrement. J'ai comparé la clé à celle de l'armoire à pharmacie : une seule personne l'ouvre, et la copie ne marche pas. Puis je leur ai demandé de me le réexpliquer avec leurs mots, et l'une d'elles a montré à sa collègue comment faire. Les appels à l'assistance sont passés de douze à deux par semaine, et j'ai fait une fiche d'une page.",
    middling:
      "J'ai expliqué la comptabilité à un nouveau vendeur. J'ai pris un exemple simple avec son propre salaire et je lui ai demandé s'il avait des questions. Il a dit que c'était clair.",
    weak: "Je leur ai donné la documentation technique, tout est dedans. S'ils ne comprennent pas, c'est qu'ils n'ont pas la formation.",
  },
  {
    competency: 'communication',
    question: 'com-explain-outsider',
    locale: 'ja',
    strong:
      '看護師さんに、ソフトがパスワードを受け付けない理由を説明することになりました。最初は暗号という言葉が伝わりませんでした。そこで薬品棚の鍵に例えて、合鍵では開かないと話しました。次に自分の言葉で言い直してもらい、一人が同僚にやり方を教えられたので、伝わったと分かりました。問い合わせは週十二件から二件に減り、一枚の説明書も作りました。',
    middling:
      '新しい営業の人に会計を説明しました。給料を例にして簡単に話し、質問がないか聞きました。分かったと言ってくれました。',
    weak: '資料を渡しました。全部書いてあるからです。分からないのは相手の勉強不足だと思います。',
  },
  {
    competency: 'planning',
    question: 'plan-clash',
    locale: 'fr',
    strong:
      "D'abord je regarde ce que la nouvelle tâche demande en heures et quelles dates elle touche. Je classe ensuite tout par conséquence : qui est bloqué si c'est en retard, et de combien. Puis je vais voir mon responsable le jour même avec deux propositions, par exemple repousser le rapport interne de trois jours ou livrer la nouvelle tâche en deux fois, et je lui demande de choisir. Je préviens les collègues concernés avec les nouvelles dates, parce qu'une date annoncée tôt gêne moins. Chaque soir je vérifie l'avancement et je garde une demi-journée pour les imprévus.",
    middling:
      "Je demande à mon responsable ce qui est le plus urgent, je fais celle-là en premier et je repousse l'autre. Je préviens mes collègues du retard.",
    weak: 'Je fais des heures supplémentaires et on verra bien. Si ça ne passe pas, ce sera au chef de décider, ce n’est pas moi qui ai ajouté la tâche.',
  },
  {
    competency: 'planning',
    question: 'plan-clash',
    locale: 'ja',
    strong:
      'まず新しい仕事に何時間かかり、どの期限に響くかを見積もります。次に、遅れたら誰がどれだけ困るかで全部の順序を付けます。その日のうちに上司のところへ二つの案を持って行き、社内報告を三日延ばすか、新しい仕事を二回に分けて納めるかを選んでもらいます。関係する同僚には新しい日程を早めに伝えます。早く分かれば調整できるからです。毎日夕方に進み具合を確認し、予備に半日空けておきます。',
    middling:
      '上司にどちらが急ぐか聞いて、急ぐ方を先にやり、もう一方は延ばします。同僚には遅れることを伝えます。',
    weak: '残業して何とかします。間に合わなければ、仕事を増やした上司が決めることだと思います。',
  },
];
