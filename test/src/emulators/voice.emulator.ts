import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A well-formed request to read something. */
export interface VoiceRequest {
  model: string;
  voice: string;
  input: string;
  response_format: string;
}

/** What it does: gives these bytes as audio, fails with a status, or never answers. */
export type VoiceAct = { bytes: Buffer } | { status: number } | 'hang';

export interface VoiceEmulator {
  /** For TTS_API_BASE. */
  base: string;
  requests: VoiceRequest[];
  /** What it does from now on. */
  act: (request: VoiceRequest) => VoiceAct;
  stop: () => Promise<void>;
}

async function requestOf(message: IncomingMessage): Promise<VoiceRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString()) as VoiceRequest;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: 'emulated failure' } }));
}

/** An OpenAI-compatible voice on loopback: it speaks nothing, the test says what its audio is. It lives in tests only. */
export async function startVoiceEmulator(key: string, bytes: Buffer): Promise<VoiceEmulator> {
  const requests: VoiceRequest[] = [];
  const emulator: VoiceEmulator = {
    ...{ base: '', requests, act: () => ({ bytes }) },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = message.method === 'POST' && message.url === '/v1/audio/speech';
    if (!known || message.headers.authorization !== `Bearer ${key}`) {
      message.resume();
      refuse(response, known ? 401 : 404);
      return;
    }
    const request = await requestOf(message);
    requests.push(request);
    const act = emulator.act(request);
    if (act === 'hang') {
      return;
    }
    if ('status' in act) {
      refuse(response, act.status);
      return;
    }
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    response.end(act.bytes);
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => refuse(response, 400));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  emulator.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return emulator;
}
