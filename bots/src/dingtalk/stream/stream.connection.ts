import { setTimeout as sleep } from 'node:timers/promises';
import { DWClient, type DWClientDownStream, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream';
import { WebSocket } from 'ws';
import { ackOf, frameOf, pongOf, type StreamFrame } from './stream.frames.js';

/** What a frame is answered with, and what is told once the answer was sent or could not be. */
export interface FrameAnswer {
  data: unknown;
  sent?: (taken: boolean) => Promise<void>;
}

export interface StreamHandlers {
  /** Asks the gateway for the address of one connection, ticket and all. */
  address: (subscriptions: readonly { type: string; topic: string }[]) => Promise<string>;
  /** Null: nobody listens to this topic. */
  callback: (frame: StreamFrame) => Promise<FrameAnswer | null>;
  /** @returns false: it shall come again */
  event: (frame: StreamFrame) => Promise<boolean>;
  /** DingTalk will close this connection in ten seconds and pushes nothing more on it. */
  leaving: () => void;
  closed: () => void;
  fault: (what: string) => void;
}

const handshake = 10_000;
const mostBytes = 4 * 1024 * 1024;

/**
 * One connection of the Stream mode, made of the client of dingtalk-stream 2.1.5. Left as they are, that client's
 * reconnecting doubles its calls every second, one frame that is no JSON makes it deaf while it says that it is
 * connected, two clients share one list of subscriptions, and an asynchronous listener is acknowledged with `{}`.
 * So it reconnects nothing (StreamLink does), has a list of its own, and reads, answers and fails by itself.
 */
export class StreamConnection extends DWClient {
  /** Last time anything came, ms of the process's clock. */
  private heardAt = performance.now();
  private working = 0;
  private pinging: NodeJS.Timeout | null = null;

  constructor(
    app: { clientId: string; clientSecret: string },
    private readonly handlers: StreamHandlers,
  ) {
    const options = {
      ...app,
      ...{ autoReconnect: false, keepAlive: false, ua: 'zhiyu' },
      subscriptions: [
        { type: 'EVENT', topic: '*' },
        { type: 'CALLBACK', topic: TOPIC_ROBOT },
        { type: 'CALLBACK', topic: TOPIC_CARD },
      ],
    };
    super(options);
  }

  /** Opens it. @param beat ms between two pings; a connection that is silent for two of them is dead. @throws */
  async open(beat: number): Promise<void> {
    await this.getEndpoint();
    await this._connect();
    const socket = this.webSocket();
    if (socket?.readyState !== WebSocket.OPEN) {
      throw new Error('the connection was closed at once');
    }
    this.heardAt = performance.now();
    socket.on('pong', () => this.heard());
    socket.on('ping', () => this.heard());
    socket.once('close', () => this.ended());
    this.pinging = setInterval(() => this.beat(socket, beat), beat);
  }

  override async getEndpoint(): Promise<this> {
    const address = await this.handlers.address(this.config.subscriptions);
    Object.assign(this, { dw_url: address });
    return this;
  }

  /** As the base class opens its socket, but with a limit of time and size, and without its lines on the console. */
  override _connect(): Promise<void> {
    const address: unknown = Reflect.get(this, 'dw_url');
    const options = {
      handshakeTimeout: handshake,
      maxPayload: mostBytes,
      perMessageDeflate: false,
    };
    const socket = new WebSocket(String(address), options);
    Object.assign(this, { socket });
    socket.on('message', (data: Buffer) => this.onDownStream(data.toString('utf8')));
    return new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('close', () => reject(new Error('closed')));
      // Every failure is followed by a close; without a listener it would end the process.
      socket.on('error', () => socket.terminate());
    });
  }

  override onDownStream(data: string): void {
    this.heard();
    const frame = frameOf(data);
    if (!frame) {
      this.handlers.fault('a frame that is none');
      return;
    }
    this.working += 1;
    this.handled(frame)
      .catch((error: unknown) => {
        this.handlers.fault(error instanceof Error ? error.name : 'unknown');
        this.answer(ackOf(frame.messageId, 500, { response: null }));
      })
      .finally(() => {
        this.working -= 1;
      })
      .catch(() => undefined);
  }

  /** The base class would call these with its own messages; every frame goes through `onDownStream`. */
  override onSystem(_frame: DWClientDownStream): void {
    this.handlers.fault('a frame on the wrong way');
  }

  /** Closes it when everything that is being answered is answered, after `most` ms in any case. */
  async close(most: number): Promise<void> {
    const until = performance.now() + most;
    while (this.working > 0 && performance.now() < until) {
      await sleep(20);
    }
    const socket = this.webSocket();
    socket?.close();
    // A peer that does not answer the close is left after a second.
    const timer = setTimeout(() => socket?.terminate(), 1_000);
    timer.unref();
    this.ended();
  }

  private async handled(frame: StreamFrame): Promise<void> {
    if (frame.type === 'SYSTEM') {
      this.system(frame);
    } else if (frame.type === 'EVENT') {
      const kept = await this.handlers.event(frame).catch(() => false);
      const status = kept ? 'SUCCESS' : 'LATER';
      this.answer(ackOf(frame.messageId, 200, { status, message: kept ? 'ok' : 'later' }));
    } else {
      const answer = await this.handlers.callback(frame);
      const text = answer
        ? ackOf(frame.messageId, 200, { response: answer.data })
        : ackOf(frame.messageId, 404, { response: null });
      const taken = this.answer(text);
      await answer?.sent?.(taken);
    }
  }

  private system(frame: StreamFrame): void {
    if (frame.topic === 'ping') {
      this.answer(pongOf(frame));
    } else if (frame.topic === 'disconnect') {
      this.connected = false;
      this.handlers.leaving();
    }
  }

  /** @returns false: the socket is gone, and with it the answer */
  private answer(text: string): boolean {
    const socket = this.webSocket();
    if (socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    socket.send(text);
    return true;
  }

  private heard(): void {
    this.heardAt = performance.now();
  }

  private beat(socket: WebSocket, beat: number): void {
    if (performance.now() - this.heardAt > 2 * beat) {
      this.handlers.fault('no sign of life');
      socket.terminate();
    } else if (socket.readyState === WebSocket.OPEN) {
      socket.ping();
    }
  }

  private ended(): void {
    if (this.pinging) {
      clearInterval(this.pinging);
      this.pinging = null;
      this.handlers.closed();
    }
  }

  private webSocket(): WebSocket | null {
    const socket: unknown = Reflect.get(this, 'socket');
    return socket instanceof WebSocket ? socket : null;
  }
}
