import type { Apply, ResumeDraft } from '@zhiyu/contracts/application';
import type { Field, ParsedResume } from '@zhiyu/contracts/resume';
import { extractResume } from './resume/extract.js';

/** From here on a value is shown as read; below it asks for a look. */
const sureFrom = 0.75;

function draftField(field: Field<string> | null): ResumeDraft['name'] {
  return field ? { value: field.value, sure: field.confidence >= sureFrom } : null;
}

function joined(fields: (Field<string> | null)[]): { text: string; sure: boolean } {
  const found = fields.filter((field) => field !== null);
  return {
    text: found.map((field) => field.value).join(' · '),
    sure: found.every((field) => field.confidence >= sureFrom),
  };
}

/** What a candidate sees of the file before sending it. */
export function draftView(draftId: string, fileName: string, parsed: ParsedResume): ResumeDraft {
  return {
    draftId,
    fileName,
    name: draftField(parsed.name),
    phone: draftField(parsed.phone),
    email: draftField(parsed.email),
    education: parsed.education.map((one) =>
      joined([one.school, one.major, one.degree, one.from, one.to]),
    ),
    work: parsed.work.map((one) => joined([one.company, one.title, one.from, one.to])),
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
