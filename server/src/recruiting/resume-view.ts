import type { Apply, ResumeDraft } from '@zhiyu/contracts/application';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Degree } from '@zhiyu/contracts/position';
import type { Field, ParsedResume } from '@zhiyu/contracts/resume';
import { degreeNames } from '@zhiyu/contracts/rule-words';
import { extractResume } from './resume/extract.js';

const untilNow: Record<Locale, string> = {
  zh: '至今',
  en: 'now',
  ja: '現在',
  fr: 'aujourd’hui',
};
const separator: Record<Locale, string> = { zh: '，', en: ', ', ja: '、', fr: ', ' };

/** From here on a value is shown as read; below it asks for a look. */
const sureFrom = 0.75;

function draftField(field: Field<string> | null): ResumeDraft['name'] {
  return field ? { value: field.value, sure: field.confidence >= sureFrom } : null;
}

interface Period {
  from: Field<string> | null;
  to: Field<string> | null;
}

/** 2019-07 – 2021-06, 2021-07 – 至今 */
function periodText({ from, to }: Period, locale: Locale): string {
  const end = to?.value === 'now' ? untilNow[locale] : to?.value;
  return [from?.value, end].filter((part) => part !== undefined).join(' – ');
}

/** Words of one entry and its time, as a reader of the language writes them. */
function entryText(words: (Field<string> | null)[], period: Period, locale: Locale) {
  const fields = [...words, period.from, period.to].filter((field) => field !== null);
  const parts = [...words.map((field) => field?.value ?? ''), periodText(period, locale)];
  return {
    text: parts.filter((part) => part !== '').join(separator[locale]),
    sure: fields.every((field) => field.confidence >= sureFrom),
  };
}

function degreeField(field: Field<Degree> | null, locale: Locale): Field<string> | null {
  return field ? { ...field, value: degreeNames[locale][field.value] } : null;
}

/** By which link a file comes, and the language of its reader. */
export interface Asked {
  code: string;
  locale: Locale;
}

export interface DraftFile {
  draftId: string;
  fileName: string;
}

/** What a candidate sees of the file before sending it. */
export function draftView(file: DraftFile, parsed: ParsedResume, locale: Locale): ResumeDraft {
  const { draftId, fileName } = file;
  return {
    draftId,
    fileName,
    name: draftField(parsed.name),
    phone: draftField(parsed.phone),
    email: draftField(parsed.email),
    education: parsed.education.map((one) =>
      entryText([one.school, one.major, degreeField(one.degree, locale)], one, locale),
    ),
    work: parsed.work.map((one) => entryText([one.company, one.title], one, locale)),
    skills: parsed.skills.map((one) => one.value),
    warnings: parsed.warnings,
  };
}

type Typed = Pick<Apply, 'name' | 'phone' | 'email' | 'education' | 'work'>;

/** What the candidate typed, read by the same rules as a file. */
export function typedResume(typed: Typed): ParsedResume {
  const parts = [
    `姓名：${typed.name}`,
    `电话：${typed.phone}`,
    typed.email ? `邮箱：${typed.email}` : '',
    typed.education ? `教育经历\n${typed.education}` : '',
    typed.work ? `工作经历\n${typed.work}` : '',
  ];
  const text = parts.filter((part) => part !== '').join('\n');
  return extractResume({ text, hidden: [], pages: 1, warnings: [] }, 'text');
}

/** The file's reading; sections it had nothing on are filled from what was typed, on lines after the file's own. */
export function withTyped(parsed: ParsedResume, typed: Typed): ParsedResume {
  const extra = typedResume(typed);
  const missing = parsed.education.length === 0 || parsed.work.length === 0;
  if (!missing || (!typed.education && !typed.work)) {
    return parsed;
  }
  const both = extractResume(
    {
      text: `${parsed.text}\n${extra.text}`,
      hidden: [],
      pages: parsed.pages,
      warnings: parsed.warnings,
    },
    parsed.format,
  );
  return { ...both, hiddenText: parsed.hiddenText };
}
