import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { ddApi } from './dd-api.js';
import { type Calls, type Done, fail, succeed } from './wx-calls.js';
import { wxFiles } from './wx-files.js';
import { type PageDefinition, WxPage } from './wx-page.js';

/** Where builds for tests say that the server is (scripts/steps/build.mjs). */
const builtFor = 'https://zhiyu.test';

interface RequestCall extends Calls {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string | ArrayBuffer;
}

/** The camera and the recorder of the phone: what they write, in turn. */
export interface Recorders {
  /** Files of the camera, one for each start; the last one again when they run out. */
  films: readonly Buffer[];
  /** Pieces of sound, handed over while it records. */
  frames: readonly Buffer[];
}

/**
 * As much of a mini-program's runtime (`wx`, `App`, `Page`) as our build uses, in an engine without a DOM, without
 * fetch and without cookies; requests go to a real server. It is no phone: what only a phone can show stays untried.
 */
export class WxStage {
  readonly storage = new Map<string, unknown>();
  readonly requests: { method: string; path: string; header: Record<string, string> }[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'zhiyu-wx-'));
  /** No request gets through while it is true. */
  offline = false;
  /** The next request reaches the server, its answer does not come back. */
  losesNextAnswer = false;
  /** Scopes that the person does not give. */
  refused: string[] = [];
  /** The next file of the camera is named but not there. */
  losesNextFilm = false;
  /** Sentences that came up for a moment. */
  readonly toasts: string[] = [];
  pages: WxPage[] = [];
  /** What was played, in turn. */
  readonly played: Buffer[] = [];
  /** The recording that plays comes to its end, or cannot be played; null while nothing plays. */
  endPlaying: (() => void) | null = null;
  failPlaying: (() => void) | null = null;
  /** Addresses that the page led out to. */
  readonly opened: string[] = [];
  private readonly dist: string;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly context: vm.Context;
  private readonly definitions = new Map<string, PageDefinition>();
  private loading = '';
  private film = 0;
  private ahead = 0;
  private timeUp: ((made: object) => void) | null = null;

  constructor(
    private readonly base: string,
    private readonly recorders: Recorders,
    target: 'weapp' | 'dd' = 'weapp',
  ) {
    this.dist = fileURLToPath(new URL(`../../../miniapp/dist/${target}`, import.meta.url));
    this.context = vm.createContext(this.globals());
    vm.runInContext('Date.now = now', this.context);
    this.load(join(this.dist, 'app.js'));
  }

  get page(): WxPage {
    const page = this.pages.at(-1);
    if (!page) {
      throw new Error('no page is open');
    }
    return page;
  }

  /** Opens a page as a link of the chat does. */
  open(path: string, options: Record<string, string> = {}): void {
    this.loading = path;
    this.load(join(this.dist, `${path}.js`));
    const definition = this.definitions.get(path);
    if (!definition) {
      throw new Error(`${path} registers no page`);
    }
    const page = new WxPage(definition, path, options);
    this.pages.push(page);
    page.open();
  }

  /** The phone's clock goes on by so many seconds, and what the camera writes is full (or taken away: a call). */
  endFilmAfter(seconds: number): void {
    this.ahead += seconds * 1000;
    this.timeUp?.(this.nextFilm());
  }

  /** Starts with what another run of the mini-program left on the same phone. */
  wakesWith(before: WxStage): void {
    before.storage.forEach((value, key) => this.storage.set(key, structuredClone(value)));
    cpSync(before.folder, this.folder, { recursive: true });
  }

  stop(): void {
    this.pages.forEach((page) => page.close());
    rmSync(this.folder, { recursive: true, force: true });
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) {
      return known.exports;
    }
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const source = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`;
    const run = vm.runInContext(source, this.context, { filename: relative(this.dist, file) }) as (
      require: (path: string) => unknown,
      module: object,
      exports: unknown,
    ) => void;
    const from = (path: string) =>
      this.load(resolve(dirname(file), path.endsWith('.js') ? path : `${path}.js`));
    run(from, module, module.exports);
    return module.exports;
  }

  private globals(): object {
    const wx = this.api();
    const dd = ddApi(wx, this.opened);
    const define = (definition: PageDefinition) => this.definitions.set(this.loading, definition);
    return {
      wx,
      dd,
      // The name under which the container that DingTalk's comes from hands out the same.
      my: dd,
      // Its scripts run in a worker, which has one.
      navigator: { userAgent: 'DingTalk' },
      console,
      now: () => Date.now() + this.ahead,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      App: () => undefined,
      Page: define,
      Component: define,
      Behavior: (behaviour: object) => behaviour,
      getApp: () => ({}),
      getCurrentPages: () => this.pages,
    };
  }

  private api(): Record<string, unknown> {
    const go = (calls: Calls & { url: string }, keep: boolean): void => {
      const [path = '', query = ''] = calls.url.replace(/^\//, '').split('?');
      succeed(calls);
      if (!keep) {
        this.pages.splice(0).forEach((page) => page.close());
      }
      this.open(path, Object.fromEntries(new URLSearchParams(query)));
    };
    const set = (key: string, value: unknown): void =>
      void this.storage.set(key, structuredClone(value));
    return {
      env: { USER_DATA_PATH: this.folder },
      request: (call: RequestCall) => this.request(call),
      getStorageSync: (key: string) => structuredClone(this.storage.get(key) ?? ''),
      setStorageSync: set,
      removeStorageSync: (key: string) => void this.storage.delete(key),
      navigateTo: (calls: Calls & { url: string }) => go(calls, true),
      redirectTo: (calls: Calls & { url: string }) => go(calls, false),
      reLaunch: (calls: Calls & { url: string }) => go(calls, false),
      showToast: (calls: Calls & { title: string }) => {
        this.toasts.push(calls.title);
        succeed(calls);
      },
      authorize: (calls: Calls & { scope: string }) =>
        this.refused.includes(calls.scope) ? fail(calls, 'auth deny') : succeed(calls),
      onNetworkStatusChange: () => undefined,
      offNetworkStatusChange: () => undefined,
      createCameraContext: () => this.camera(),
      getRecorderManager: () => this.recorder(),
      getFileSystemManager: () => wxFiles(),
      createInnerAudioContext: () => this.player(),
      base64ToArrayBuffer: (text: string) => new Uint8Array(Buffer.from(text, 'base64')).buffer,
      getRandomValues: (calls: Calls & { length: number }) =>
        succeed(calls, { randomValues: new Uint8Array(randomBytes(calls.length)).buffer }),
      nextTick: (work: () => void) => setTimeout(work, 0),
    };
  }

  private request(call: RequestCall): { abort: () => void } {
    const controller = new AbortController();
    const path = call.url.replace(builtFor, '');
    this.requests.push({ method: call.method, path, header: call.header });
    const work = async (): Promise<void> => {
      if (this.offline) {
        throw new Error('offline');
      }
      const { data, header, method } = call;
      const body = data === undefined || method === 'GET' ? {} : { body: data };
      const response = await fetch(this.base + path, {
        method,
        headers: header,
        signal: controller.signal,
        ...body,
      });
      if (this.losesNextAnswer) {
        this.losesNextAnswer = false;
        throw new Error('the answer was lost');
      }
      const headers: Record<string, string> = {};
      response.headers.forEach((value, name) => (headers[name] = value));
      const cookies = response.headers.getSetCookie();
      const text = await response.text();
      succeed(call, { statusCode: response.status, header: headers, cookies, data: text });
    };
    work().catch((error: unknown) => fail(call, String(error)));
    return { abort: () => controller.abort() };
  }

  /** A player of sound: what it plays is in `played`; it ends when the test says so or when it is destroyed. */
  private player(): object {
    const player = {
      src: '',
      onEnded: (work: () => void) => void (this.endPlaying = work),
      onError: (work: () => void) => void (this.failPlaying = work),
      play: () => void this.played.push(readFileSync(player.src)),
      destroy: () => void (this.endPlaying = null),
    };
    return player;
  }

  private nextFilm(): { tempVideoPath: string } {
    const films = this.recorders.films;
    const bytes = films[Math.min(this.film, films.length - 1)] ?? Buffer.alloc(0);
    const tempVideoPath = join(this.folder, `film-${this.film}.mp4`);
    this.film += 1;
    if (!this.losesNextFilm) {
      writeFileSync(tempVideoPath, bytes);
    }
    this.losesNextFilm = false;
    return { tempVideoPath };
  }

  private camera(): object {
    let timer: NodeJS.Timeout | undefined;
    return {
      startRecord: (
        calls: Calls & { timeout: number; timeoutCallback: (made: object) => void },
      ) => {
        this.timeUp = calls.timeoutCallback;
        timer = setTimeout(() => this.timeUp?.(this.nextFilm()), calls.timeout * 1000);
        succeed(calls);
      },
      stopRecord: (calls: Calls) => {
        clearTimeout(timer);
        this.timeUp = null;
        succeed(calls, this.nextFilm());
      },
    };
  }

  private recorder(): object {
    type Frame = (result: { frameBuffer: ArrayBuffer; isLastFrame: boolean }) => void;
    let heard: Frame = () => undefined;
    let ended: Done;
    const hand = (frame: Buffer): void => {
      const frameBuffer = new Uint8Array(frame).buffer;
      heard({ frameBuffer, isLastFrame: false });
    };
    return {
      onFrameRecorded: (listener: Frame) => (heard = listener),
      onStop: (listener: Done) => (ended = listener),
      onError: () => undefined,
      onInterruptionBegin: () => undefined,
      start: () => setTimeout(() => this.recorders.frames.forEach(hand), 20),
      stop: () => setTimeout(() => ended?.({}), 20),
    };
  }
}
