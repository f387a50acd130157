import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';
import { accessErrorTexts } from './error-texts.access.js';
import { decidingErrorTexts } from './error-texts.deciding.js';
import { gradingErrorTexts } from './error-texts.grading.js';
import { meetingErrorTexts } from './error-texts.meeting.js';
import { pauseErrorTexts } from './error-texts.pause.js';
import { poolErrorTexts } from './error-texts.pool.js';
import { publishingErrorTexts } from './error-texts.publishing.js';
import { reviewErrorTexts } from './error-texts.review.js';
import { sheetErrorTexts } from './error-texts.sheets.js';
import { weightErrorTexts } from './error-texts.weights.js';

/**
 * What a person reads when something is refused or fails: what happened, then what to do.
 * A part in square brackets depends on details: `[with {variable}|without]` takes the first
 * alternative whose variables were all given, or nothing. A variable stands nowhere else.
 */
export const errorTexts: Record<ErrorCode, Record<Locale, string>> = {
  ...accessErrorTexts,
  ...decidingErrorTexts,
  ...gradingErrorTexts,
  ...meetingErrorTexts,
  ...pauseErrorTexts,
  ...poolErrorTexts,
  ...publishingErrorTexts,
  ...reviewErrorTexts,
  ...weightErrorTexts,
  invalidInput: {
    zh: '有几处填得不对。改好再提交。',
    en: 'Some fields need another look. Fix them and send again.',
    ja: '入力に直すところがあります。直してから送信してください。',
    fr: 'Certains champs sont à revoir. Corrigez-les, puis renvoyez.',
  },
  idempotencyKeyMissing: {
    zh: '这次请求没有编号。刷新页面再试。',
    en: 'This request has no Idempotency-Key. Reload the page and try again.',
    ja: 'リクエストに番号がありません。ページを再読み込みしてください。',
    fr: 'Cette requête n’a pas de numéro. Rechargez la page et réessayez.',
  },
  notSignedIn: {
    zh: '您还没有登录。登录后再来。',
    en: "You aren't signed in. Sign in and come back.",
    ja: 'ログインしていません。ログインしてからお進みください。',
    fr: 'Vous n’êtes pas connecté. Connectez-vous, puis revenez.',
  },
  wrongCredentials: {
    zh: '账号或密码不对。看一看再输一次。',
    en: "The account or the password isn't right. Check both and try again.",
    ja: 'アカウントかパスワードが違います。確かめてもう一度どうぞ。',
    fr: 'Compte ou mot de passe inexact. Vérifiez et réessayez.',
  },
  linkUsed: {
    zh: '这个链接已经用过。向发给您的人要一个新的。',
    en: 'This link was already used. Ask the person who sent it for a new one.',
    ja: 'このリンクは使用済みです。送った人に新しいものを頼んでください。',
    fr: 'Ce lien a déjà servi. Demandez-en un autre à la personne qui l’a envoyé.',
  },
  linkExpired: {
    zh: '这个链接已经过期。向发给您的人要一个新的。',
    en: 'This link has expired. Ask the person who sent it for a new one.',
    ja: 'このリンクは期限切れです。送った人に新しいものを頼んでください。',
    fr: 'Ce lien a expiré. Demandez-en un autre à la personne qui l’a envoyé.',
  },
  signInOver: {
    zh: '这次登录已经用过或过期。回到登录页再来一次。',
    en: 'This sign-in was already used or is over. Go back to the sign-in page and start again.',
    ja: 'このログインは使用済みか期限切れです。ログイン画面からもう一度どうぞ。',
    fr: 'Cette connexion a déjà servi ou a expiré. Revenez à la page de connexion et recommencez.',
  },
  chatOutsider: {
    zh: '您的[{chat}|]账号不在这家公司里。换公司的账号，或用邮箱登录。',
    en: "Your [{chat} |]account isn't part of this company. Use the company's account, or your mail.",
    ja: 'お使いの[ {chat} |]アカウントはこの会社のものではありません。会社のアカウントかメールでどうぞ。',
    fr: 'Votre compte[ {chat}|] n’est pas de cette entreprise. Prenez celui de l’entreprise, ou votre e-mail.',
  },
  chatUnknown: {
    zh: '您还没有在这里开通。请管理员同步[{chat}|]通讯录，或用邮箱登录。',
    en: "You don't have an account here yet. Ask an administrator to sync [{chat}|the directory], or use your mail.",
    ja: 'まだ登録がありません。管理者に[ {chat} の|]名簿の同期を頼むか、メールでログインしてください。',
    fr: 'Vous n’avez pas encore de compte ici. Demandez la synchronisation[ de {chat}|], ou prenez votre e-mail.',
  },
  chatSilent: {
    zh: '[{chat}|对方]没有回应。过一会儿再试，或用邮箱登录。',
    en: "[{chat} doesn't answer.|The chat doesn't answer.] Try again in a while, or sign in by mail.",
    ja: '[{chat} から|]応答がありません。しばらくしてからどうぞ。メールでもログインできます。',
    fr: '[{chat} ne répond pas.|Le service ne répond pas.] Réessayez plus tard, ou prenez votre e-mail.',
  },
  contactRefused: {
    zh: '企业微信没有给出二维码。请管理员看企业微信接上没有。客户联系要开给您，账号要先认识。',
    en: "WeCom can't make your contact code now: WeCom must be set up, know your account, and have 客户联系 switched on for you.",
    ja: '企業微信で連絡用の二次元コードを作れません。企業微信の接続、アカウントの登録、客户联系の権限を確認してください。',
    fr: 'WeCom ne peut pas faire votre code de contact : WeCom doit être relié, connaître votre compte, et 客户联系 ouvert pour vous.',
  },
  directoryEmpty: {
    zh: '[{chat} |]通讯录里没有读到人，什么都没有改。看看应用的可见范围和权限。',
    en: "No people could be read from [{chat}'s|the] directory, so nothing was changed. Check what the app may see.",
    ja: '[{chat} の|]名簿から誰も読めないため、何も変えていません。アプリの公開範囲と権限をご確認ください。',
    fr: 'Personne n’a été lu dans l’annuaire[ de {chat}|] : rien n’a changé. Vérifiez ce que l’application peut voir.',
  },
  codeWrong: {
    zh: '数字不对。[还可以试 {left} 次。|看一看再输一次。]',
    en: "The code isn't right. [Tries left: {left}.|Check it and try again.]",
    ja: '番号が違います。[あと {left} 回入力できます。|確かめてもう一度どうぞ。]',
    fr: 'Ce code est inexact. [Essais restants : {left}.|Vérifiez et réessayez.]',
  },
  codeLocked: {
    zh: '试得太多，这里锁住了。[{minutes} 分钟后再试。|向发给您的人要一个新链接。]',
    en: 'Too many tries, so this is locked. [Try again in {minutes} min.|Ask for a new link.]',
    ja: '回数を超えました。[{minutes} 分後にもう一度どうぞ。|新しいリンクを頼んでください。]',
    fr: 'Trop d’essais, c’est bloqué. [Réessayez dans {minutes} min.|Demandez un autre lien.]',
  },
  notAllowed: {
    zh: '您还没有这项权限。[可以向{who}申请。|可以向管理员申请。]',
    en: "You don't have this right yet. [Ask {who} for it.|Ask an administrator for it.]",
    ja: 'この操作の権限がありません。[{who}に申請できます。|管理者に申請できます。]',
    fr: 'Vous n’avez pas encore ce droit. [Demandez-le à {who}.|Demandez-le à l’administrateur.]',
  },
  notFound: {
    zh: '没有找到，可能已经移走或删除。回上一页看看。',
    en: "We couldn't find it. It may have been moved or deleted. Go back and look again.",
    ja: '見つかりません。移動か削除された可能性があります。前のページへどうぞ。',
    fr: 'Introuvable : déplacé ou supprimé, peut-être. Revenez à la page précédente.',
  },
  requestInProgress: {
    zh: '上一次还在处理。等几秒再看。',
    en: 'Your first request is still being handled. Look again in a few seconds.',
    ja: '前の操作を処理しています。数秒後にご確認ください。',
    fr: 'La première demande est en cours. Regardez dans quelques secondes.',
  },
  idempotencyKeyReused: {
    zh: '这个编号已经用在别的内容上。刷新后再交一次。',
    en: 'This Idempotency-Key belongs to another request. Reload and send again.',
    ja: 'この番号は別の内容で使用済みです。再読み込みして送信してください。',
    fr: 'Ce numéro a servi à une autre demande. Rechargez et renvoyez.',
  },
  conflict: {
    zh: '这和已有的内容冲突。刷新后再看。',
    en: 'This clashes with what is already there. Reload and look again.',
    ja: '既にある内容とぶつかります。再読み込みしてご確認ください。',
    fr: 'Cela contredit ce qui existe déjà. Rechargez et regardez.',
  },
  interviewClosed: {
    zh: '这场面试已经结束。[想再答，联系{who}。|想再答，联系负责人。]',
    en: 'This interview is over. [To answer again, write to {who}.|To answer again, ask HR.]',
    ja: 'この面接は終了しました。[ご相談は{who}さんへどうぞ。|ご相談は担当者へどうぞ。]',
    fr: 'Cet entretien est terminé. [Pour reprendre, écrivez à {who}.|Pour reprendre, écrivez aux RH.]',
  },
  consentMissing: {
    zh: '还缺您的同意。看过说明，同意后继续。',
    en: 'Your consent is still missing. Read the page and agree to go on.',
    ja: '同意がまだです。説明を読み、同意してからお進みください。',
    fr: 'Il manque votre accord. Lisez la page et acceptez pour continuer.',
  },
  questionNotOpen: {
    zh: '这道题现在不能答。回到正在答的那一题。',
    en: "This question isn't open now. Go back to the one you're on.",
    ja: 'この質問は今は答えられません。今の質問に戻ってください。',
    fr: 'Cette question n’est pas ouverte. Revenez à celle en cours.',
  },
  attemptsUsed: {
    zh: '这道题的次数用完了。录好的都在，继续下一题。',
    en: 'No tries are left for this question. What you recorded is kept. Go on to the next.',
    ja: 'この質問の回数を使い切りました。録画は残っています。次へどうぞ。',
    fr: 'Plus d’essai pour cette question. Vos prises sont gardées. Passez à la suivante.',
  },
  answerTooLate: {
    zh: '这道题的时间到了。录好的都在，继续下一题。',
    en: 'Time is up for this question. What you recorded is kept. Go on to the next.',
    ja: 'この質問の時間が過ぎました。録画は残っています。次へどうぞ。',
    fr: 'Le temps de cette question est écoulé. Vos prises sont gardées. Continuez.',
  },
  recordedElsewhere: {
    zh: '这道题正在另一台设备上答。在那边说完，或者在这里选“在这台设备上接着答”。',
    en: 'Another device is answering this question. Finish there, or choose “Go on at this device” here.',
    ja: 'この質問は別の端末で回答中です。そちらで終えるか、ここで「この端末で続ける」を選んでください。',
    fr: 'Un autre appareil répond à cette question. Terminez là-bas, ou choisissez « Continuer sur cet appareil » ici.',
  },
  uploadOffset: {
    zh: '上传没有接上。从断的地方接着传。',
    en: 'The upload lost its place. Continue from where it stopped.',
    ja: '送信の位置がずれました。途切れた所から続けてください。',
    fr: 'L’envoi a perdu sa place. Reprenez là où il s’est arrêté.',
  },
  secondApproverNeeded: {
    zh: '这一条要第二个人批准。[请{who}看一看。|请另一位同事看一看。]',
    en: 'This needs a second approver. [Ask {who} to look.|Ask a colleague to look.]',
    ja: '二人目の承認が必要です。[{who}さんに頼んでください。|別の同僚に頼んでください。]',
    fr: 'Il faut un second accord. [Demandez à {who}.|Demandez à un collègue.]',
  },
  reasonUnfit: {
    zh: '[“{button}”要选适合它的原因：{reasons}|这个原因不适合这个按钮]。选好再按。',
    en: '[“{button}” needs one of its own reasons: {reasons}|This reason belongs to another button]. Choose one and press again.',
    ja: '[「{button}」に合う理由を選びます：{reasons}|この理由は別のボタンのものです]。選んでからもう一度押してください。',
    fr: '[« {button} » demande l’un de ses motifs : {reasons}|Ce motif est celui d’un autre bouton]. Choisissez-en un, puis appuyez de nouveau.',
  },
  questionUnlawful: {
    zh: '[“{words}”|这个问题]和工作无关，不能问候选人。换个问法再发。',
    en: '[“{words}”|This question] has nothing to do with the work and may not be asked. Ask about the work instead.',
    ja: '[「{words}」|この内容]は業務と関係がないため質問できません。業務に関する内容に変えてください。',
    fr: '[« {words} »|Cette question] est sans rapport avec le travail et ne peut pas être demandé. Reformulez la question.',
  },
  legalGroundMissing: {
    zh: '这条规则要写明法律依据。补上再保存。',
    en: 'This rule needs its legal ground in writing. Add it and save.',
    ja: 'この条件には法的な根拠が必要です。書き足して保存してください。',
    fr: 'Cette règle exige un motif légal écrit. Ajoutez-le et enregistrez.',
  },
  staleVersion: {
    zh: '[{who}刚改过这里。|有人刚改过这里。]刷新后再改。',
    en: '[{who} just changed this.|Somebody just changed this.] Reload, then make your change.',
    ja: '[{who}さんが変更しました。|先に変更がありました。]再読み込みして直してください。',
    fr: '[{who} vient de modifier ceci.|Ceci vient d’être modifié.] Rechargez avant de changer.',
  },
  fileTooLarge: {
    zh: '文件太大。[最大 {max} MB，换一个小些的。|最大 {megabytes} MB，换一个小些的。|换一个小些的。]',
    en: 'The file is too large. [Choose one up to {max} MB.|Choose one up to {megabytes} MB.|Choose a smaller one.]',
    ja: 'ファイルが大きすぎます。[{max} MB までです。|{megabytes} MB までです。|小さいものをお選びください。]',
    fr: 'Fichier trop lourd. [Choisissez {max} Mo au plus.|Choisissez {megabytes} Mo au plus.|Choisissez-en un plus petit.]',
  },
  fileEmpty: {
    zh: '文件里没有内容。打开看看，换一个再传。',
    en: 'The file is empty. Open it to check, then send another.',
    ja: 'ファイルが空です。開いて確かめ、別のものをお送りください。',
    fr: 'Ce fichier est vide. Ouvrez-le pour vérifier, puis envoyez-en un autre.',
  },
  fileTypeUnknown: {
    zh: '认不出这种文件。[可以传 {types}。|简历可以传 PDF、DOCX 或文本。]',
    en: "We can't read this kind of file. [Send {types}.|For a résumé, send PDF, DOCX or text.]",
    ja: 'この形式は読めません。[{types} をお送りください。|履歴書は PDF、DOCX、テキストでどうぞ。]',
    fr: 'Format inconnu. [Envoyez {types}.|Pour un CV : PDF, DOCX ou texte.]',
  },
  fileTypeLies: {
    zh: '文件内容和后缀[ {extension} ]对不上。另存一份再传。',
    en: "The file isn't what its ending[ {extension}] says. Save it again and send it.",
    ja: '中身と拡張子[ {extension} ]が合いません。保存し直してお送りください。',
    fr: 'Le contenu ne répond pas à l’extension[ {extension}]. Réenregistrez et renvoyez.',
  },
  fileEncrypted: {
    zh: '文件有密码，打不开。去掉密码再传。',
    en: 'The file has a password. Remove it and send the file again.',
    ja: 'パスワードで開けません。外してからお送りください。',
    fr: 'Ce fichier a un mot de passe. Retirez-le et renvoyez.',
  },
  fileBroken: {
    zh: '文件坏了，读不出来。换一份再传。',
    en: "The file is damaged and can't be read. Send another copy.",
    ja: 'ファイルが壊れていて読めません。別のものをお送りください。',
    fr: 'Ce fichier est abîmé. Envoyez-en une autre copie.',
  },
  fileTooManyPages: {
    zh: '[文件有 {pages} 页，最多 {most} 页。|文件页数太多。]留下要紧的几页再传。',
    en: '[The file has {pages} pages; we take {most}.|The file has too many pages.] Keep the ones that matter.',
    ja: '[{pages} ページあります。{most} ページまでです。|ページが多すぎます。]必要なページだけお送りください。',
    fr: '[{pages} pages ; {most} au plus.|Trop de pages.] Gardez celles qui comptent et renvoyez.',
  },
  ...sheetErrorTexts,
  weakPassword: {
    zh: '密码太容易猜。[至少 {min} 个字符，不用常见词。|换一个长些的，不用常见词。]',
    en: 'This password is easy to guess. [Use {min} characters or more, no common words.|Use a longer one, no common words.]',
    ja: '推測されやすいパスワードです。[{min} 文字以上で、よくある語を避けてください。|もっと長いものにしてください。]',
    fr: 'Mot de passe facile à deviner. [Prenez {min} caractères au moins.|Prenez-en un plus long.]',
  },
  tooManyTries: {
    zh: '试得太多了。[{minutes} 分钟后再试。|{seconds} 秒后再试。|过一会儿再试。]',
    en: 'Too many tries. [Try again in {minutes} min.|Try again in {seconds} s.|Try again a little later.]',
    ja: '回数が多すぎます。[{minutes} 分後にどうぞ。|{seconds} 秒後にどうぞ。|少し後にどうぞ。]',
    fr: 'Trop d’essais. [Réessayez dans {minutes} min.|Réessayez dans {seconds} s.|Réessayez plus tard.]',
  },
  engineMissing: {
    zh: '[{engine} 还没有接上。|这项功能还没有接上。]可以请管理员打开。',
    en: "[{engine} isn't set up yet.|This isn't set up yet.] Ask an administrator to switch it on.",
    ja: '[{engine} はまだ使えません。|この機能はまだ使えません。]管理者にご相談ください。',
    fr: '[{engine} n’est pas installé.|Cette fonction n’est pas installée.] Demandez à l’administrateur.',
  },
  storageFull: {
    zh: '存放的地方满了。已存的都在，请管理员腾出空间。',
    en: 'The storage is full. What was saved is safe. Ask an administrator to make room.',
    ja: '保存先がいっぱいです。保存済みの分は無事です。管理者にご相談ください。',
    fr: 'L’espace est plein. Ce qui est enregistré l’est bien. Prévenez l’administrateur.',
  },
  internal: {
    zh: '这里出了错，不是您的问题。过一会儿再试。',
    en: "Something broke on our side. It isn't you. Try again a little later.",
    ja: 'こちらで問題が起きました。少し後にもう一度お試しください。',
    fr: 'Une erreur de notre côté. Réessayez un peu plus tard.',
  },
};
