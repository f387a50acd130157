import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A well-formed request for a completion. */
export interface LlmRequest {
  /** 0 for the first. */
  index: number;
  model: string;
  temperature: unknown;
  tools: unknown;
  format: string;
  system: string;
  /** The user's part, which must be JSON. */
  data: { question: string; answer: string; dimensions: { code: string }[] };
}

/** What it does: says a text, fails with a status, or never answers. */
export type LlmAct = { say: string } | { status: number } | 'hang' | 'cut';
export type EmulatedModel = (request: LlmRequest) => LlmAct;

export interface LlmEmulator {
  /** For LLM_API_BASE. */
  base: string;
  requests: LlmRequest[];
  stop: () => Promise<void>;
}

/** A reading of the shape that is asked for. */
export function reading(
  ...dimensions: { code: string; level: number | null; quotes: string[]; stance?: string }[]
): LlmAct {
  const said = dimensions.map(({ code, level, quotes, stance = 'for' }) => ({
    code,
    level,
    points: quotes.map((quote) => ({ quote, level: level ?? 3, stance })),
  }));
  return { say: JSON.stringify({ dimensions: said }) };
}

async function requestOf(message: IncomingMessage, index: number): Promise<LlmRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk as Buffer);
  }
  const body = JSON.parse(Buffer.concat(chunks).toString()) as {
    model: string;
    messages: { role: string; content: string }[];
    response_format: { type: string };
    temperature: unknown;
    tools: unknown;
  };
  const of = (role: string) => body.messages.find((one) => one.role === role)?.content ?? '';
  const data = JSON.parse(of('user')) as LlmRequest['data'];
  const { model, temperature, tools } = body;
  const format = body.response_format.type;
  return { index, model, temperature, tools, format, system: of('system'), data };
}

function answer(response: ServerResponse, act: LlmAct, model: string): void {
  if (act === 'hang') {
    return;
  }
  if (act === 'cut') {
    response.destroy();
    return;
  }
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if ('status' in act) {
    send(act.status, { error: { message: 'emulated failure' } });
    return;
  }
  const message = { role: 'assistant', content: act.say };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  send(200, { id: 'chatcmpl-1', object: 'chat.completion', model, choices });
}

/**
 * An OpenAI-compatible chat endpoint on loopback. It understands nothing: the test says what it says. `plain`: knows
 * no JSON schema, as older endpoints do. It lives in tests only.
 */
export async function startLlmEmulator(options: {
  key: string;
  model: EmulatedModel;
  plain?: boolean;
}): Promise<LlmEmulator> {
  const requests: LlmRequest[] = [];

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = message.method === 'POST' && message.url === '/v1/chat/completions';
    if (!known || message.headers.authorization !== `Bearer ${options.key}`) {
      message.resume();
      answer(response, { status: known ? 401 : 404 }, '');
      return;
    }
    const request = await requestOf(message, requests.length);
    if (options.plain && request.format === 'json_schema') {
      answer(response, { status: 400 }, '');
      return;
    }
    requests.push(request);
    answer(response, options.model(request), request.model);
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => {
      answer(response, { status: 400 }, '');
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/v1`,
    requests,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
