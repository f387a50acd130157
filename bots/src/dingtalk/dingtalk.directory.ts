import type { ChatDepartment, ChatMember, Directory, KeyValueStore } from '../channel.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { DingTalkError } from './dingtalk.errors.js';
import { type JsonRecord, listOf, numberOf, recordOf, textOf, textsOf } from './dingtalk.json.js';

const root = '1';
const pageSize = 100;
/** Reading the departments costs two metered calls each: members() right after departments() reads them once. */
const departmentsKept = 300;
/** Pages of one department at most: 100,000 people; a cursor that never ends is a fault. */
const mostPages = 1_000;

/** A department as its parent lists it. */
type Place = Omit<ChatDepartment, 'heads'>;

/** The people of the company, by the old family's contact interfaces. */
export class DingTalkDirectory implements Directory {
  constructor(
    private readonly api: DingTalkApi,
    private readonly store: KeyValueStore,
  ) {}

  async departments(): Promise<ChatDepartment[]> {
    const found: ChatDepartment[] = [];
    const waiting: Place[] = [{ id: root, parentId: null, name: '' }];
    const seen = new Set([root]);
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const parentId = place.id;
      found.push(await this.department(place));
      const below = await this.ask('/topapi/v2/department/listsub', { dept_id: Number(parentId) });
      for (const child of listOf(below.result).map(recordOf)) {
        const id = textOf(child, 'dept_id');
        if (id !== '' && !seen.has(id)) {
          seen.add(id);
          waiting.push({ id, parentId, name: textOf(child, 'name') });
        }
      }
    }
    await this.store.set('dingtalk:departments', JSON.stringify(found), departmentsKept);
    return found;
  }

  async members(): Promise<ChatMember[]> {
    const departments = await this.knownDepartments();
    const byId = new Map(departments.map((one) => [one.id, one]));
    const found = new Map<string, ChatMember>();
    for (const { id } of departments) {
      for (const person of await this.peopleOf(id)) {
        const member = memberOf(person, byId);
        found.set(member.address, member);
      }
    }
    return [...found.values()];
  }

  private async knownDepartments(): Promise<ChatDepartment[]> {
    const kept = await this.store.get('dingtalk:departments');
    return kept === null ? this.departments() : (JSON.parse(kept) as ChatDepartment[]);
  }

  /** With its heads; a department that the app may list but not open has none that we know. */
  private async department({ id, parentId, name }: Place): Promise<ChatDepartment> {
    try {
      const answer = await this.ask('/topapi/v2/department/get', { dept_id: Number(id) });
      const result = recordOf(answer.result);
      const heads = textsOf(result.dept_manager_userid_list ?? []);
      return { id, parentId, name: textOf(result, 'name') || name, heads };
    } catch (error) {
      if (error instanceof DingTalkError && !error.meetsAll) {
        return { id, parentId, name, heads: [] };
      }
      throw error;
    }
  }

  private async peopleOf(departmentId: string): Promise<JsonRecord[]> {
    const people: JsonRecord[] = [];
    let cursor = 0;
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.ask('/topapi/v2/user/list', {
        ...{ dept_id: Number(departmentId), cursor, size: pageSize, language: 'zh_CN' },
      });
      const result = recordOf(answer.result);
      people.push(...listOf(result.list).map(recordOf));
      const next = numberOf(result, 'next_cursor');
      if (textOf(result, 'has_more') !== 'true' || next === null) {
        break;
      }
      cursor = next;
    }
    return people;
  }

  private ask(path: string, body: object): Promise<JsonRecord> {
    return this.api.call({ family: 'oapi', method: 'POST', path, body, repeatable: true });
  }
}

function memberOf(person: JsonRecord, byId: Map<string, ChatDepartment>): ChatMember {
  const address = textOf(person, 'userid');
  const departmentIds = textsOf(person.dept_id_list ?? []);
  const named = textOf(person, 'manager_userid');
  // `email` is not it: people fill that in themselves. The company's own mail service gives this one.
  const companyEmail = textOf(person, 'org_email');
  return {
    ...{ address, name: textOf(person, 'name'), departmentIds },
    managerAddress: named === '' ? headAbove(address, departmentIds[0] ?? null, byId) : named,
    active: person.active !== false,
    ...(companyEmail === '' ? {} : { companyEmail }),
  };
}

/**
 * The nearest head above: of the own department, or of one above it for who heads his own. DingTalk names the
 * manager of a person only in a call for each person, which a monthly quota does not carry.
 */
function headAbove(
  address: string,
  departmentId: string | null,
  byId: Map<string, ChatDepartment>,
): string | null {
  const seen = new Set<string>();
  for (let id = departmentId; id !== null && !seen.has(id); id = byId.get(id)?.parentId ?? null) {
    seen.add(id);
    const heads = byId.get(id)?.heads ?? [];
    const head = heads.includes(address) ? undefined : heads[0];
    if (head !== undefined) {
      return head;
    }
  }
  return null;
}
