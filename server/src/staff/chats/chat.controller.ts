import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  AskDirectoryRun,
  AskJsConfig,
  ChatStarted,
  ChatWays,
  DirectoryRun,
  FinishChat,
  JsConfig,
  LastDirectoryRun,
  StartChat,
  SyncDirectory,
} from '@zhiyu/contracts/directory';
import { AppError } from '@zhiyu/contracts/errors';
import { routes } from '@zhiyu/contracts/routes';
import type { Me } from '@zhiyu/contracts/staff';
import type { StaffActor, Visitor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind, type Http } from '../../platform/http/bind.js';
import { setSession } from '../../platform/http/cookies.js';
import { SignIn, staffSessionMs } from '../sign-in.service.js';
import { newBrowserSecret, takeBrowserSecret } from './chat-cookie.js';
import { ChatSignInService } from './chat-sign-in.service.js';
import { DirectoryRuns } from './directory-runs.service.js';

@Controller()
export class ChatController {
  constructor(
    private readonly chats: ChatSignInService,
    private readonly signIn: SignIn,
    private readonly directory: DirectoryRuns,
  ) {}

  @Bind(routes.chatSignInWays)
  @Can('open')
  ways(_visitor: Visitor, _input: Nothing): Promise<ChatWays> {
    return Promise.resolve(this.chats.ways());
  }

  @Bind(routes.chatSignInStart)
  @Can('open')
  start(_visitor: Visitor, input: StartChat, _file: Buffer, http: Http): Promise<ChatStarted> {
    return Promise.resolve(this.chats.start(input, newBrowserSecret(http.reply)));
  }

  @Bind(routes.chatSignInFinish)
  @Can('open')
  async finish(visitor: Visitor, input: FinishChat, _file: Buffer, http: Http): Promise<Me> {
    const { id: ip, locale } = visitor;
    const browser = takeBrowserSecret(http.reply);
    const session = await this.chats.finish(input, { browser, ip, locale });
    const actor = await this.signIn.actorOf(session.staffId, '');
    if (!actor) {
      throw new AppError('notAllowed');
    }
    setSession(http.reply, 'staff', session.token, staffSessionMs);
    return this.signIn.me(actor);
  }

  @Bind(routes.jsConfig)
  @Can('self')
  jsConfig(actor: StaffActor, input: AskJsConfig): Promise<JsConfig> {
    return this.chats.jsConfig(input, actor.locale);
  }

  @Bind(routes.syncDirectory)
  @Can('staff.edit', { object: 'chat' })
  syncDirectory(actor: StaffActor, input: SyncDirectory): Promise<DirectoryRun> {
    return this.directory.begin(actor, input);
  }

  @Bind(routes.directoryRun)
  @Can('staff.edit', { object: 'chat' })
  directoryRun(actor: StaffActor, input: AskDirectoryRun): Promise<LastDirectoryRun> {
    return this.directory.last(actor, input);
  }
}
