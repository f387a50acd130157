import type { ChatDepartment, ChatMember, Directory } from '../channel.js';
import { type FeishuApi, fieldsOf, textOf } from './feishu.api.js';

/** The company itself; people may stand directly in it. */
const root = '0';
const ids = { department_id_type: 'open_department_id', user_id_type: 'open_id', page_size: '50' };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];

function headsOf(department: Record<string, unknown>): string[] {
  const leaders = Array.isArray(department.leaders) ? department.leaders.map(fieldsOf) : [];
  const named = [textOf(department.leader_user_id), ...leaders.map((one) => textOf(one.leaderID))];
  return [...new Set(named.filter((address) => address !== ''))];
}

function memberOf(user: Record<string, unknown>): ChatMember {
  const status = fieldsOf(user.status);
  const gone = ['is_resigned', 'is_frozen', 'is_exited'].some((name) => status[name] === true);
  const departmentIds = texts(user.department_ids).filter((id) => id !== root);
  const managerAddress = textOf(user.leader_user_id) || null;
  // `email` is not it: it may be any address. The company's own mail service gives this one.
  const companyEmail = textOf(user.enterprise_email);
  return {
    ...{ address: textOf(user.open_id), name: textOf(user.name) },
    ...{ departmentIds, managerAddress, active: !gone },
    ...(companyEmail === '' ? {} : { companyEmail }),
  };
}

/** Departments and people as far as the app's 通讯录权限范围 reaches, which has to be everybody. */
export class FeishuDirectory implements Directory {
  constructor(private readonly api: FeishuApi) {}

  async departments(): Promise<ChatDepartment[]> {
    const path = `/open-apis/contact/v3/departments/${root}/children`;
    const items = await this.api.list(path, { ...ids, fetch_child: 'true' });
    return items
      .filter((item) => fieldsOf(item.status).is_deleted !== true)
      .map((item) => {
        const parentId = textOf(item.parent_department_id);
        return {
          ...{ id: textOf(item.open_department_id), name: textOf(item.name), heads: headsOf(item) },
          parentId: parentId === root || parentId === '' ? null : parentId,
        };
      });
  }

  /** Each person once, however many departments he stands in. */
  async members(): Promise<ChatMember[]> {
    const found = new Map<string, ChatMember>();
    const path = '/open-apis/contact/v3/users/find_by_department';
    for (const id of [root, ...(await this.departments()).map((department) => department.id)]) {
      for (const user of await this.api.list(path, { ...ids, department_id: id })) {
        const member = memberOf(user);
        found.set(member.address, member);
      }
    }
    found.delete('');
    return [...found.values()];
  }
}
