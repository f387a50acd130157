import { DeliveryRefused } from '../channel.js';
import { type JsonRecord, listOf, recordOf, textOf, textsOf } from './dingtalk.json.js';

/** Why DingTalk did not do it. */
export type DingTalkReason =
  | 'badToken'
  | 'noPermission'
  | 'quotaUsed'
  | 'blocked'
  | 'busy'
  | 'unreachable'
  | 'unknownPerson'
  | 'flowControlled'
  | 'repeatedToday'
  | 'templateMissing'
  | 'alreadyThere'
  | 'refused';

const words: Record<DingTalkReason, string> = {
  badToken: '钉钉不认应用的凭证',
  noPermission: '钉钉应用缺少权限，请管理员在开放平台开通',
  quotaUsed: '企业本月的钉钉接口调用量已用完',
  blocked: '钉钉暂时封禁了本服务器的调用',
  busy: '钉钉暂时繁忙',
  unreachable: '连不上钉钉',
  unknownPerson: '钉钉里没有这位成员',
  flowControlled: '钉钉对这位成员限流',
  repeatedToday: '同样的工作通知今天已发过，钉钉不会再显示',
  templateMissing: '卡片模板不存在或没有发布',
  alreadyThere: '这张卡片已存在',
  refused: '钉钉拒绝了请求',
};

/** Reasons for which another try later may work without anybody doing anything. */
const passing: readonly DingTalkReason[] = ['busy', 'blocked', 'unreachable', 'flowControlled'];

const everywhere: readonly DingTalkReason[] = [
  ...(['busy', 'blocked', 'unreachable', 'badToken', 'quotaUsed'] as const),
];

/** It would meet every other message as well, or it is not known whether this one arrived. */
export function meetsAll(reason: DingTalkReason): boolean {
  return everywhere.includes(reason);
}

/** A call that failed. Its message holds neither secrets nor names: it stands on the administrator's page. */
export class DingTalkError extends Error {
  /**
   * @param code as DingTalk has it; empty where there is none
   * @param scopes permission points that are missing
   */
  constructor(
    readonly reason: DingTalkReason,
    readonly code = '',
    readonly scopes: readonly string[] = [],
  ) {
    const scope = scopes.length > 0 ? `：${scopes.join('、')}` : '';
    super(`${words[reason]}${scope}${code === '' ? '' : `（${code}）`}`);
    this.name = 'DingTalkError';
  }

  get passing(): boolean {
    return passing.includes(this.reason);
  }

  get meetsAll(): boolean {
    return meetsAll(this.reason);
  }
}

/** A delivery for which every way was tried in vain. */
export class RefusedByDingTalk extends DeliveryRefused {
  constructor(
    readonly reason: DingTalkReason,
    message: string,
  ) {
    super(message);
    this.name = 'RefusedByDingTalk';
  }
}

/** Codes of both families; a pattern where they are many. */
const byCode: readonly [RegExp, DingTalkReason][] = [
  [/^(InvalidAuthentication|40014|40001|42001|invalidClientIdOrSecret|authFailed)/i, 'badToken'],
  [/ApiCountLimitForOrg|^90020$/, 'quotaUsed'],
  // Before what begins with Forbidden: Forbidden.AccessDenied.QpsLimitForApi passes by itself.
  [/^(90002|90018|90019|-1|15)$|^isp\.|system\.busy|throttl|TooManyRequest|QpsLimit/i, 'busy'],
  [/^Forbidden|^(88|60011)$|PermissionDenied/i, 'noPermission'],
  [/userIdNotExist|^(60121|33012|40103)$|staffId.*(NotExist|invalid)/i, 'unknownPerson'],
  [/templateNotExist|templateUnpublished|cardTemplateIdEmpty/, 'templateMissing'],
  [/cardAlreadyExist/, 'alreadyThere'],
];

function reasonOfCode(code: string): DingTalkReason {
  return byCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'refused';
}

/** A code is shown and logged: letters, digits and dots of it, nothing else. */
function safeCode(code: string): string {
  return code.replace(/[^\w.-]/g, '').slice(0, 80);
}

function scopesOf(body: JsonRecord): string[] {
  const detail = recordOf(body.accessdenieddetail ?? body.accessDeniedDetail);
  return textsOf(listOf(detail.requiredScopes)).map(safeCode);
}

/** 400 with a code, 401, 403, 5xx: the shape of api.dingtalk.com. */
export function errorOfApi(status: number, body: unknown): DingTalkError {
  const record = recordOf(body);
  const code = safeCode(textOf(record, 'code', 'Code'));
  if (textOf(record, 'punish') !== '' || (code === '' && status === 403)) {
    return new DingTalkError('blocked', String(status));
  }
  const known = reasonOfCode(code);
  if (status === 401) {
    return new DingTalkError('badToken', code);
  }
  if (known === 'refused' && (status >= 500 || status === 429)) {
    return new DingTalkError('busy', code === '' ? String(status) : code);
  }
  return new DingTalkError(known, code === '' ? String(status) : code, scopesOf(record));
}

/**
 * HTTP 200 with an errcode: the shape of oapi.dingtalk.com. Null: it went well, also where the code is left out. A page
 * in place of JSON, or one with `punish`, is the block of this server's address.
 */
export function errorOfOapi(body: unknown): DingTalkError | null {
  const record = recordOf(body);
  const code = textOf(record, 'errcode');
  if (code === '' && (body === undefined || textOf(record, 'punish') !== '')) {
    return new DingTalkError('blocked', safeCode(textOf(record, 'status')));
  }
  if (code === '' || code === '0') {
    return null;
  }
  const sub = safeCode(textOf(record, 'sub_code'));
  const known = reasonOfCode(code);
  const reason = known === 'refused' || code === '88' ? reasonOfCode(sub || code) : known;
  return new DingTalkError(reason, sub === '' ? safeCode(code) : `${safeCode(code)}.${sub}`);
}
