import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type { LinkInput, LinkResult, Login, Me, SetPassword } from '@zhiyu/contracts/staff';
import { AppError } from '@zhiyu/contracts/errors';
import type { Actor, StaffActor, Visitor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind, type Http } from '../platform/http/bind.js';
import { clearSession, setSession } from '../platform/http/cookies.js';
import { SignIn, staffSessionMs } from './sign-in.service.js';

@Controller()
export class AuthController {
  constructor(private readonly signIn: SignIn) {}

  @Bind(routes.login)
  @Can('open')
  async login(visitor: Visitor, input: Login, _file: Buffer, http: Http): Promise<Me> {
    const session = await this.signIn.byPassword(input, visitor.id);
    setSession(http.reply, 'staff', session.token, staffSessionMs);
    const actor = await this.signIn.actorOf(session.staffId, '');
    if (!actor) {
      throw new AppError('wrongCredentials');
    }
    return this.signIn.me(actor);
  }

  @Bind(routes.useLink)
  @Can('open')
  async useLink(
    _visitor: Visitor,
    input: LinkInput,
    _file: Buffer,
    http: Http,
  ): Promise<LinkResult> {
    const { token, needsPassword, next } = await this.signIn.byLink(input.token);
    setSession(http.reply, 'staff', token, staffSessionMs);
    return { needsPassword, next };
  }

  @Bind(routes.setPassword)
  @Can('self')
  async setPassword(
    actor: StaffActor,
    input: SetPassword,
    _file: Buffer,
    http: Http,
  ): Promise<Done> {
    const token = await this.signIn.setPassword(actor, input.password);
    setSession(http.reply, 'staff', token, staffSessionMs);
    return { done: true };
  }

  @Bind(routes.logout)
  @Can('stream.read')
  async logout(actor: Actor, _input: Nothing, _file: Buffer, http: Http): Promise<Done> {
    await this.signIn.out(actor.sessionId);
    clearSession(http.reply, actor.kind);
    return { done: true };
  }

  @Bind(routes.me)
  @Can('self')
  me(actor: StaffActor): Promise<Me> {
    return this.signIn.me(actor);
  }
}
