import type { Field } from '@zhiyu/contracts/resume';
import { titleScore } from './words.js';

/** What stands last in a name, after a slash, a comma, a dash, a blank, or in brackets. */
const last =
  /^(.*[^\s/·|,，、;；:：(（—–-])(?:\s*[/·|,，、;；:：]\s*|\s*[—–-]\s*(?=[\u4e00-\u9fff])|\s+[—–-]\s+|\s*[(（]\s*|(?<=[\u4e00-\u9fff])\s+)([^/·|,，、;；:：()（）]{2,24}?)\s*[)）]?$/;
/** 智能客服 is a thing that was built, no person. */
const things = /^(?:智能|AI|自动|在线|虚拟|数字|线上|机器)/i;

/**
 * Cuts the role off the end of a project's name: 门店改造/项目负责人, 会员小程序（产品经理）, Store App, Lead Developer.
 * Null where the end is no role, as in A/B 测试平台.
 */
export function withoutRole(
  written: Field<string>,
): { name: Field<string>; role: Field<string> } | null {
  const [, name = '', role = ''] = last.exec(written.value) ?? [];
  if (name.length < 2 || things.test(role) || titleScore(role) < 0.9) return null;
  const at = written.value.lastIndexOf(role);
  const part = (value: string, from: number): Field<string> => {
    const start = (written.span?.start ?? 0) + from;
    const span = written.span && { ...written.span, start, end: start + value.length };
    return { value, span, confidence: written.confidence };
  };
  return { name: part(name, 0), role: { ...part(role, at), confidence: 0.85 } };
}
