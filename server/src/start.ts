import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '@zhiyu/config/settings';
import qrcode from 'qrcode';
import { DemoCompany } from './demo/demo-company.js';
import { ChannelDesk } from './notify/channel-desk.js';
import { Engines } from './platform/engines.js';
import { Runtime } from './platform/runtime.js';
import { lanCertificate } from './platform/http/certificate.js';
import { buildApp } from './serve.js';
import { welcome } from './welcome.js';

const portsTried = 50;

export function versionOfProduct(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1';
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Asked before the server itself listens: its framework writes an error to the log when a port is taken. */
function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (isTaken(error) ? done(false) : fail(error)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)));
  });
}

/** Listens on the port that was asked for, or says that it is taken and takes the next free one. */
async function listen(app: NestFastifyApplication, host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + portsTried; port++) {
    if (await isFree(port, host)) {
      await app.listen(port, host);
      const address = app.getHttpServer().address();
      return typeof address === 'object' && address ? address.port : port;
    }
    process.stdout.write(
      `端口 ${port} 已被占用，改用 ${port + 1}  (port ${port} is taken, trying ${port + 1})\n`,
    );
  }
  throw new Error(`no free port from ${wanted} to ${wanted + portsTried - 1}`);
}

function stopWithSignals(app: NestFastifyApplication): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) {
      return;
    }
    stopping = true;
    process.stdout.write('\n正在停止… stopping\n');
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
    // Whoever runs us gives ten seconds, mostly; what is cut off here is no clean end and says so.
    setTimeout(() => process.exit(1), 9_000).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

interface Address {
  host: string;
  /** What links name. */
  name: string;
  local: boolean;
}

function addressOf(settings: Settings, lan: boolean): Address {
  const host = lan ? '0.0.0.0' : settings.web.HOST;
  const name = lan ? lanAddress() : host === '0.0.0.0' ? '127.0.0.1' : host;
  return { host, name, local: host === '127.0.0.1' || host === 'localhost' };
}

/** Starts the server, and on the first start of an empty SQLite installation the example company with it. */
export async function start(settings: Settings, args: string[]): Promise<void> {
  const lan = args.includes('--lan');
  const runtime = new Runtime(settings, {
    runsJobs: settings.web.ROLE !== 'api',
    serves: settings.web.ROLE !== 'worker',
    version: versionOfProduct(),
  });
  const { host, name, local } = addressOf(settings, lan);
  const secure = lan ? await lanCertificate(settings.data.DATA_DIR, name) : null;
  const app = await buildApp(runtime, { secure });
  stopWithSignals(app);
  if (!runtime.options.serves) {
    // It sends, so it knows how the chats are; what happens in them may come to it as well as to an api process.
    void app.get(ChannelDesk).begin();
    process.stdout.write('知遇 worker: jobs only\n');
    return;
  }
  const port = await listen(app, host, settings.web.PORT);
  runtime.publicUrl = settings.web.PUBLIC_URL ?? `${secure ? 'https' : 'http'}://${name}:${port}`;
  // A chat that is away keeps nobody from the pages: it says so in its health.
  void app.get(ChannelDesk).begin();
  const links = await new DemoCompany(app).greet({
    wanted: !args.includes('--empty') && local,
    say: (text) => process.stdout.write(text),
  });
  const qr = lan ? await qrcode.toString(runtime.publicUrl, { type: 'terminal', small: true }) : '';
  const engines = await app.get(Engines).list();
  process.stdout.write(
    welcome({ url: runtime.publicUrl, dataDir: runtime.dataDir, links, engines, qr }),
  );
}
