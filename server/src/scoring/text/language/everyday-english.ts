import { stemmer } from '@orama/stemmers/english';

/**
 * English words that put a rule in other words; the first of a line stands for all of it, in any of its forms. Words of
 * work and of every day; no line is about one question. Read by the scorer of short answers alone.
 */
const lines = [
  'tell inform notify report advise alert',
  'manager supervisor boss superior leader',
  'employee worker colleague coworker staff',
  'customer client buyer shopper guest',
  'company firm business employer organisation organization',
  'delete erase remove',
  'record document note log',
  'check verify inspect examine review confirm',
  'ask request enquire inquire',
  'explain clarify describe',
  'help assist support aid',
  'fix repair mend restore',
  'stop halt cease quit',
  'keep retain maintain preserve',
  'prevent avoid',
  'decrease reduce lessen',
  'increase boost grow',
  'cause produce trigger',
  'use utilise utilize employ apply',
  'buy purchase',
  'sell vend',
  'get obtain receive acquire',
  'give provide supply offer',
  'show display demonstrate present',
  'need require must',
  'allow let permit',
  'forbid prohibit ban',
  'hide conceal cover',
  'ill sick unwell',
  'danger hazard risk',
  'harm damage injury hurt',
  'accident incident',
  'mistake error fault',
  'problem issue trouble',
  'fast quick rapid swift',
  'large big great huge',
  'small little tiny',
  'important key crucial vital essential',
  'difficult hard tough',
  'easy simple',
  'cheap inexpensive',
  'money cash funds',
  'cost price expense',
  'goal aim objective target',
  'result outcome effect consequence',
  'way method means approach',
  'rule regulation policy',
  'plan schedule',
  'team group crew',
  'often frequent regular',
  'always constantly',
  'about roughly approximately around',
];
const phrases: [RegExp, string][] = [
  [/\b(?:straight away|right away|at once|without delay|as soon as possible)\b/gu, 'immediately'],
  [/\b(?:write|put|note) (?:it |them |this )?down\b/gu, 'record'],
  [/\bget rid of\b/gu, 'delete'],
  [/\b(?:make sure|see to it)\b/gu, 'ensure'],
  [/\b(?:don't|do not|must not|mustn't|should not|shouldn't)\b/gu, 'not'],
  [/\bfind out\b/gu, 'ask'],
  [/\bcarry out\b/gu, 'do'],
];

const table = new Map<string, string>();
for (const line of lines) {
  const [first = '', ...rest] = line.split(' ').map((word) => stemmer(word));
  for (const word of rest) if (!table.has(word)) table.set(word, table.get(first) ?? first);
}

/** A normalised English text with one phrase for each thing. */
export function onePhraseEach(norm: string): string {
  return phrases.reduce((text, [from, to]) => text.replace(from, to), norm);
}

/** The stem that stands for another one. */
export function oneStemEach(stem: string): string {
  return table.get(stem) ?? stem;
}
