import type { KeyValueStore } from '../channel.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { DingTalkError } from './dingtalk.errors.js';
import { textOf } from './dingtalk.json.js';

export interface PreEntry {
  /** Of this hire: asking twice makes one pre-entry. */
  key: string;
  name: string;
  mobile: string;
  /** Ms. */
  entryAt: number;
  /** True: DingTalk itself sends the person its registration form. */
  tellThePerson: boolean;
}

const year = 366 * 86_400;

/** 待入职 of DingTalk's HR (智能人事), which the company must have opened. */
export class DingTalkHiring {
  constructor(
    private readonly api: DingTalkApi,
    private readonly store: KeyValueStore,
  ) {}

  /** @returns DingTalk's temporary id of the person; the same however often it is asked */
  async addPreEntry(entry: PreEntry): Promise<string> {
    const key = `dingtalk:preentry:${entry.key}`;
    if (!(await this.store.claim(key, '', year))) {
      const before = await this.store.get(key);
      if (before !== null && before !== '') {
        return before;
      }
      // Begun and its outcome not known: a second one would be a second person there.
      throw new DingTalkError('alreadyThere', 'preEntryInDoubt');
    }
    try {
      const id = await this.add(entry);
      await this.store.set(key, id, year);
      return id;
    } catch (error) {
      if (error instanceof DingTalkError && error.reason !== 'unreachable') {
        await this.store.delete(key);
      }
      throw error;
    }
  }

  private async add({ name, mobile, entryAt, tellThePerson }: PreEntry): Promise<string> {
    const { agentId } = this.api.settings;
    const answer = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/hrm/preentries', repeatable: false },
      body: {
        ...{ name, mobile, preEntryTime: entryAt, needSendPreEntryMsg: tellThePerson },
        ...(agentId === null ? {} : { agentId: Number(agentId) }),
      },
    });
    return textOf(answer, 'tmpUserId');
  }
}
