import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type {
  AskJsConfig,
  ChatName,
  ChatStarted,
  ChatWays,
  FinishChat,
  JsConfig,
  StartChat,
} from '@zhiyu/contracts/directory';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import { Database } from '../../platform/database/database.js';
import { KeptValues } from '../../platform/kept-values/kept-values.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Runtime } from '../../platform/runtime.js';
import { Clock } from '../../platform/time/clock.js';
import { type ChatMember, Workplace } from '../../workplace/workplace.js';
import { ChatIdentity } from '../chat-identity.entity.js';
import { type SignedIn, SignIn } from '../sign-in.service.js';
import { Tries } from '../tries.js';
import { chatLabel } from './chat-labels.js';
import { ChatLinks } from './chat-links.service.js';
import { ChatStates } from './chat-states.js';

const quarterMs = 900_000;
/** Failed ones from one address: each costs a call of the chat's quota. */
const triesAllowed = 20;
/** Reading the whole directory for one person: seldom for all together, once in half a day for each. */
const lookSeconds = 60;
const lookAgainSeconds = 43_200;

/** Who comes: the browser's cookie, its network address and language. */
export interface Comer {
  browser: string;
  ip: string;
  locale: Locale;
}

/** Signing in with the account of a chat. */
@Injectable()
export class ChatSignInService {
  private readonly tries: Tries;

  constructor(
    private readonly workplace: Workplace,
    private readonly states: ChatStates,
    private readonly links: ChatLinks,
    private readonly signIn: SignIn,
    private readonly database: Database,
    private readonly kept: KeptValues,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
    clock: Clock,
  ) {
    this.tries = new Tries(clock, triesAllowed, quarterMs);
  }

  ways(): ChatWays {
    return { ways: this.workplace.names().map((chat) => ({ chat })) };
  }

  start({ chat, inside }: StartChat, browser: string): ChatStarted {
    const { signIn } = this.workplace.chat(chat);
    const state = this.states.issue({ chat, browser }, inside);
    return { url: signIn.authorizeUrl({ redirect: this.returnTo(chat), state, inside }), state };
  }

  /**
   * @throws signInOver for a state or code that is not good (any more), chatOutsider for somebody of another company,
   * chatUnknown for a colleague without an account here, chatSilent when the chat gives no answer
   */
  async finish(input: FinishChat, comer: Comer): Promise<SignedIn> {
    this.tries.require(comer.ip);
    try {
      const { browser, locale } = comer;
      const { inside } = await this.states.redeem(input.state, { chat: input.chat, browser });
      const address = await this.identify(input, inside, locale);
      return await this.signIn.byChat(await this.staffOf(input.chat, address, locale));
    } catch (error) {
      this.tries.count(comer.ip);
      throw error;
    }
  }

  /** @throws originRefused for a page that is not this server's: a signature lets a page act as the company's app */
  async jsConfig({ chat, url }: AskJsConfig, locale: Locale): Promise<JsConfig> {
    const { signIn } = this.workplace.chat(chat);
    if (new URL(url).origin !== new URL(this.runtime.publicUrl).origin) {
      throw new AppError('originRefused');
    }
    return { config: await this.answered(chat, locale, signIn.jsConfig(url)) };
  }

  /** Always this server: nothing of the request decides where the chat sends the browser. */
  private returnTo(chat: ChatName): string {
    return `${this.runtime.publicUrl.replace(/\/+$/, '')}${rawPaths.chatReturn}/${chat}`;
  }

  private async identify(
    { chat, code }: FinishChat,
    inside: boolean,
    locale: Locale,
  ): Promise<string> {
    const { signIn } = this.workplace.chat(chat);
    const asked = signIn.identify({ code, inside, redirect: this.returnTo(chat) });
    const identity = await this.answered(chat, locale, asked);
    if (identity.kind === 'outsider') {
      throw new AppError('chatOutsider', { chat: chatLabel(chat, locale) });
    }
    return identity.address;
  }

  private async staffOf(chat: ChatName, address: string, locale: Locale): Promise<string> {
    const known = await this.database
      .read(ChatIdentity)
      .findOneBy({ channel: chat, address: address });
    if (known) {
      return known.staffId;
    }
    const member = await this.memberOf(chat, address, locale);
    const staffId = member ? await this.links.byCompanyEmail(chat, member) : null;
    if (staffId === null) {
      throw new AppError('chatUnknown', { chat: chatLabel(chat, locale) });
    }
    return staffId;
  }

  /** As the chat's directory knows him now; null as well while nobody may look. */
  private async memberOf(
    chat: ChatName,
    address: string,
    locale: Locale,
  ): Promise<ChatMember | null> {
    const mayLook =
      (await this.kept.claim(`sign-in:look:${chat}`, '1', lookSeconds)) &&
      (await this.kept.claim(`sign-in:look:${chat}:${address}`, '1', lookAgainSeconds));
    if (!mayLook) {
      return null;
    }
    const { directory } = this.workplace.chat(chat);
    const members = await this.answered(chat, locale, directory.members());
    return members.find((member) => member.address === address && member.active) ?? null;
  }

  /** What the chat refuses is the person's business; everything else is told as silence and logged. */
  private async answered<T>(chat: ChatName, locale: Locale, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof AppError)) {
        this.log.warn('a chat gave no answer', { chat, error });
        throw new AppError('chatSilent', { chat: chatLabel(chat, locale) });
      }
      const overOrWrong = error.code === 'notSignedIn' || error.code === 'wrongCredentials';
      throw overOrWrong ? new AppError('signInOver') : error;
    }
  }
}
