import type { ChatDepartment, ChatMember, Directory } from '../channel.js';
import { type Fields, isFields, listOf, numberOf, textOf, textsOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';

const atOnce = 5;
/** Not visible to the app, or gone between two calls. */
const unseen = new Set([60_011, 60_111, 60_003, 60_123, 50_002]);
/** 1 active, 2 disabled, 4 not yet activated, 5 left. */
const gone = new Set([2, 5]);

async function inTurn<T, R>(list: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += atOnce) {
    results.push(...(await Promise.all(list.slice(at, at + atOnce).map(work))));
  }
  return results;
}

/**
 * The company's departments and members as far as the app may see them. Apps made after June 2022 get no phone
 * number, mail address or picture of anybody: a member is his user id, name, departments and leader.
 */
export class WeComDirectory implements Directory {
  constructor(private readonly api: WeComApi) {}

  async departments(): Promise<ChatDepartment[]> {
    const answer = await this.api.get('/cgi-bin/department/list');
    return listOf(answer.department)
      .filter(isFields)
      .map((one) => ({
        id: textOf(one.id),
        parentId: numberOf(one.parentid) > 0 ? textOf(one.parentid) : null,
        name: textOf(one.name) || textOf(one.id),
        heads: textsOf(one.department_leader),
      }));
  }

  async members(): Promise<ChatMember[]> {
    const departments = await this.departments();
    const lists = await inTurn(departments, ({ id }) => this.idsOf(id));
    const users = [...new Set(lists.flat())];
    const found = await inTurn(users, (userid) => this.member(userid));
    return found.filter((one) => one !== null);
  }

  /** Members who stand directly in a department. */
  private async idsOf(departmentId: string): Promise<string[]> {
    const answer = await this.seen('/cgi-bin/user/simplelist', { department_id: departmentId });
    return listOf(answer?.userlist)
      .filter(isFields)
      .map((one) => textOf(one.userid))
      .filter((userid) => userid !== '');
  }

  private async member(userid: string): Promise<ChatMember | null> {
    const user = await this.seen('/cgi-bin/user/get', { userid });
    return user
      ? {
          address: textOf(user.userid) || userid,
          name: textOf(user.name) || userid,
          departmentIds: listOf(user.department).map(textOf),
          managerAddress: textsOf(user.direct_leader)[0] ?? null,
          active: !gone.has(numberOf(user.status)),
        }
      : null;
  }

  private async seen(path: string, query: Record<string, string>): Promise<Fields | null> {
    try {
      return await this.api.get(path, query);
    } catch (error) {
      if (error instanceof WeComError && unseen.has(error.errcode)) {
        return null;
      }
      throw error;
    }
  }
}
