import type { Locale } from '@zhiyu/contracts/basics';

/**
 * Little words that hold a sentence together, by language: what tells languages apart in a line or two (Grefenstette
 * 1995). Letters in brackets stand for marks that people leave out.
 */
const little = {
  en: 'the of and to in is was that it for on with as at by be this have from or had not but what are they you i we he she my our his her their there when which an were will would can if then so do did all your me us them about after before into out up down because one more who how get got said a',
  fr: 'le la les de des du un une et est à au aux en que qui ne pas pour dans sur avec ce cette ces je tu il elle on nous vous ils elles mon ma mes son sa ses leur mais ou où donc si plus très bien être avoir ai j d dit fait été comme tout par se sont',
  es: 'el la los las de del que y en un una es no se por con para como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde todo todas todos las nos ni ese eso ante ellos esto',
  pt: 'o a os as de do da dos das que e em um uma é não se por com para como mais mas seu sua ou quando muito nos já está eu também só pelo pela até isso ela entre depois sem mesmo aos seus todas',
  it: 'il lo la gli le di del della dei delle che e è in un una non si per con come più ma suo sua o quando molto ci anche solo sono ho hai ha abbiamo questo questa tutte tutti dammi al alla nel nella',
  de: 'der die das den dem des und ist nicht ein eine einen einem einer zu mit auf für von im sich auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum haben nur oder aber vor bis mehr durch man dann da sein ich mir wir alle alles',
  nl: 'de het een en van ik te dat die in is niet zijn op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog alle',
  sv: 'och att det i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp alla',
  da: 'og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle',
  fi: 'ja on ei se että en hän oli ole mutta kun niin ovat myös joka jos tai vain kuin mitä tämä sen siitä nyt sitä minä sinä hänen kaikki',
  hu: 'a az és hogy nem is egy ez azt csak meg de már ha van mint volt ki még el mi én ezt amit olyan vagy kell minden összes',
  pl: 'i w nie na się z do to że jest jak co o za po od ale tak dla już tylko czy może przez być był jego jej ich oraz wszystkie',
  cs: 'a v se na je že to s z do o i ale k za by jako po jsem si tak pro ve od aby nebo už když při jen své všechny',
  ro: 'și si în in a la de cu nu pe o un este că ca din mai pentru sau se au fost care toate cea',
  tr: 've bir bu da de için ile çok en ne o ama daha gibi var ben sen mi olarak kadar sonra her şey değil olan tüm bütün',
  id: 'yang dan di untuk dengan tidak ini itu dari pada adalah akan saya anda ke dalam ada juga sudah atau karena oleh bisa lebih semua',
  vi: 'và là của có không được cho một trong các với này đã để người những khi như về từ tôi bạn tất cả',
  sw: 'na ya wa kwa ni za la katika hii kama si huyo yote zote sana lakini kuwa wote pia',
  tl: 'ang ng mga sa na at ay ito hindi ko mo siya para kung may lahat po',
  et: 'ja on ei et see kui ka ta oli oma mis mida aga kõik',
  eo: 'la kaj de en estas ne al por kun ke mi vi ĉiuj',
} as const;

const words = new Map(
  Object.entries(little).map(([tongue, listed]) => [tongue, new Set<string>(listed.split(' '))]),
);
const others = Object.keys(little).filter((tongue) => tongue !== 'en' && tongue !== 'fr');

/** Fewer words show no language: names, products, terms. */
const fewestWords = 5;
/** So many of a sentence's words hold it together in another language, each once, and more than in one that is read here. */
const fewestLittle = 2;
const leastShare = 0.2;

/**
 * True for a sentence in a language with Latin letters that none of the four languages of an interview is: it cannot be
 * read, so it cannot count, and a person is told. Names, code and terms have no little words and are left alone.
 */
export function isInOtherTongue(clause: string, locale: Locale): boolean {
  const said =
    clause
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{Script=Latin}+/gu) ?? [];
  if (said.length < fewestWords || /[\p{Script=Han}\p{Script=Hiragana}]/u.test(clause))
    return false;
  const distinct = [...new Set(said)];
  const count = (tongue: string) => distinct.filter((word) => words.get(tongue)?.has(word)).length;
  const read = Math.max(count('en'), count('fr'));
  if (locale === 'en' || locale === 'fr' ? count(locale) > 1 : read > 2) return false;
  const most = Math.max(...others.map(count));
  return most >= fewestLittle && most > read && most >= distinct.length * leastShare;
}
