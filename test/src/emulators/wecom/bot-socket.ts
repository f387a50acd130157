import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { checkTemplateCard } from './card-check.js';
import { type Fields, fields, text, unique } from './wire.js';
import type { World } from './world.js';

const eventMs = 5_000;

/** The smart bot's side of the connection: one live connection, and everything acknowledged under its request. */
export class BotSocket {
  private live: WebSocket | null = null;
  private readonly waiting = new Map<
    string,
    { until: number; kind: string; user: string; taskId: string }
  >();

  constructor(
    private readonly world: () => World,
    server: Server,
  ) {
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) =>
        this.take(socket, fields(JSON.parse(data.toString('utf8')))),
      );
      socket.on('close', () => {
        this.live = this.live === socket ? null : this.live;
      });
    });
  }

  get connected(): boolean {
    return this.live !== null;
  }

  /** Cuts the connection as a network does. */
  cut(): void {
    this.live?.terminate();
  }

  /** Another connection of the same bot was made: this one is told and ended. */
  kick(): void {
    this.event({ eventtype: 'disconnected_event' }, '', '');
    this.live?.close();
    this.live = null;
  }

  says(user: string, content: string): void {
    this.world().botTalked.add(user);
    this.push('aibot_msg_callback', { ...this.base(user), msgtype: 'text', text: { content } });
  }

  enters(user: string): void {
    this.event({ eventtype: 'enter_chat' }, user, '');
  }

  /** A press on a card: sent once, and changeable for five seconds. */
  presses(
    user: string,
    taskId: string,
    of: { key: string; selected: Record<string, string[]> },
  ): void {
    const items = Object.entries(of.selected).map(([question_key, option_id]) => ({
      question_key,
      option_ids: { option_id },
    }));
    const pressed = {
      ...{ card_type: 'button_interaction', event_key: of.key, task_id: taskId },
      ...(items.length > 0 ? { selected_items: { selected_item: items } } : {}),
    };
    const event = { eventtype: 'template_card_event', template_card_event: pressed };
    this.event(event, user, taskId);
  }

  private base(user: string): Fields {
    const { bot } = this.world();
    const time = Math.floor(this.world().now() / 1000);
    return {
      msgid: unique('bm'),
      create_time: time,
      aibotid: bot.id,
      chattype: 'single',
      from: { userid: user },
    };
  }

  private event(event: Fields, user: string, taskId: string): void {
    const id = this.push('aibot_event_callback', { ...this.base(user), msgtype: 'event', event });
    this.waiting.set(id, {
      until: Date.now() + eventMs,
      kind: text(event.eventtype),
      user,
      taskId,
    });
  }

  private push(cmd: string, body: Fields): string {
    const req_id = unique('req');
    this.live?.send(JSON.stringify({ cmd, headers: { req_id }, body }));
    return req_id;
  }

  private take(socket: WebSocket, frame: Fields): void {
    const cmd = text(frame.cmd);
    const headers = fields(frame.headers);
    this.world().botFrames.push(cmd);
    const errcode = this.answer(socket, cmd, {
      id: text(headers.req_id),
      body: fields(frame.body),
    });
    const errmsg = errcode === 0 ? 'ok' : 'refused';
    socket.send(JSON.stringify({ headers: { req_id: headers.req_id }, errcode, errmsg }));
  }

  private answer(socket: WebSocket, cmd: string, of: { id: string; body: Fields }): number {
    if (cmd === 'aibot_subscribe') {
      return this.subscribe(socket, of.body);
    }
    if (socket !== this.live) {
      return 846_600; // not subscribed
    }
    switch (cmd) {
      case 'ping':
        return 0;
      case 'aibot_send_msg':
        return this.send(of.body);
      case 'aibot_respond_update_msg':
        return this.update(of.id, of.body);
      case 'aibot_respond_welcome_msg':
        return this.inTime(of.id, 'enter_chat') ? 0 : 846_605;
      case 'aibot_respond_msg':
        return 0;
      default:
        return 40_008;
    }
  }

  private subscribe(socket: WebSocket, body: Fields): number {
    const { bot } = this.world();
    if (text(body.bot_id) !== bot.id || text(body.secret) !== bot.secret) {
      return 853_000;
    }
    if (this.live && this.live !== socket) {
      this.kick();
    }
    this.live = socket;
    return 0;
  }

  private inTime(id: string, kind: string): boolean {
    const event = this.waiting.get(id);
    return event?.kind === kind && event.until > Date.now();
  }

  /** Nobody gets anything who has not written to the bot before. */
  private send(body: Fields): number {
    const world = this.world();
    const user = text(body.chatid);
    if (!world.botTalked.has(user)) {
      return 846_607;
    }
    if (text(body.msgtype) === 'template_card') {
      const card = fields(body.template_card);
      const taskId = text(card.task_id);
      if (world.botCards.some((one) => one.taskId === taskId)) {
        return 42_014;
      }
      try {
        checkTemplateCard(card, true);
      } catch {
        return 42_031;
      }
      world.botCards.push({ user, body: card, taskId, updates: [] });
      return 0;
    }
    world.botCards.push({ user, body, taskId: '', updates: [] });
    return 0;
  }

  private update(id: string, body: Fields): number {
    const event = this.waiting.get(id);
    const card = fields(body.template_card);
    if (!event || !this.inTime(id, 'template_card_event') || text(card.task_id) !== event.taskId) {
      return 846_605;
    }
    this.waiting.delete(id);
    const shown = this.world().botCards.find(
      (one) => one.taskId === event.taskId && one.user === event.user,
    );
    shown?.updates.push(card);
    return 0;
  }
}
