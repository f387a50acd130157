import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeTo16k } from '@zhiyu/server/platform/speech/ffmpeg';

/** A piece of what the emulator says it heard, seconds from the start of the clip. */
export interface EmulatedSegment {
  text: string;
  start: number;
  end: number;
  /** Mean log probability; exp of it is the confidence. -0.1 when absent. */
  avg_logprob?: number;
  no_speech_prob?: number;
  /** Its words with the engine's figure for each; told where words are asked for, as faster-whisper does. */
  words?: EmulatedWord[];
}

export interface EmulatedWord {
  word: string;
  start: number;
  end: number;
  probability: number;
}

/** What the emulator answers: segments, a bare sentence without times, or a failure. */
export type EmulatedAnswer =
  | { segments: EmulatedSegment[] }
  | { text: string }
  | { status: number; headers?: Record<string, string>; body?: unknown };

/** One transcription that was asked for. */
export interface SpeechRequest {
  /** 0 for the first. */
  index: number;
  audio: Buffer;
  fileName: string;
  mimeType: string;
  model: string;
  language: string;
  format: string;
  /** `timestamp_granularities[]` and `include[]`. */
  granularities: string[];
  include: string[];
  /** Equal for equal audio: a repeated request is known by it. */
  sha256: string;
  /** Length of the audio, by decoding it. */
  seconds: () => Promise<number>;
}

export type EmulatedEar = (request: SpeechRequest) => EmulatedAnswer | Promise<EmulatedAnswer>;

export interface SpeechEmulator {
  /** For SPEECH_API_BASE. */
  base: string;
  /** Those that were well-formed and had the right key, in the order of their coming. */
  requests: SpeechRequest[];
  /** Requests refused for their key. */
  refused: number;
  stop: () => Promise<void>;
}

/**
 * The same sentence cut at its punctuation, with times spread over the seconds by length: what an
 * engine would say of a clip in which exactly this was spoken.
 * @param from seconds of silence before the first word
 */
export function spoken(
  sentence: string,
  seconds: number,
  from = 0,
): { segments: EmulatedSegment[] } {
  const pieces = sentence.match(/[^，。！？,.!?]+[，。！？,.!?]*/g) ?? [sentence];
  const each = seconds / sentence.length;
  let at = from;
  const segments = pieces.map((text) => {
    const start = at;
    at += text.length * each;
    return { text, start, end: at };
  });
  return { segments };
}

/**
 * As `spoken`, with a figure for every character, as a Chinese engine lists them.
 * @param unsure parts of the sentence that it was not sure of
 */
export function spokenWords(
  sentence: string,
  seconds: number,
  unsure: readonly string[],
): { segments: EmulatedSegment[] } {
  const isUnsure = (at: number) =>
    unsure.some((part) => {
      const from = sentence.indexOf(part);
      return from >= 0 && at >= from && at < from + part.length;
    });
  let at = 0;
  const segments = spoken(sentence, seconds).segments.map((segment) => {
    const each = (segment.end - segment.start) / segment.text.length;
    const words = [...segment.text].map((word, i) => {
      const start = segment.start + i * each;
      const probability = isUnsure(at + i) ? 0.31 : 0.97;
      return { word, start, end: start + each, probability };
    });
    at += segment.text.length;
    return { ...segment, words };
  });
  return { segments };
}

/** A part of a recording that is still being made, for live captions; what is scored comes as a whole later. */
export const isPiece = ({ fileName }: SpeechRequest): boolean => fileName.startsWith('piece.');

/**
 * Hears these answers one after another, the last for everything that follows; pieces of running recordings hear nothing. A
 * repeated request with the same audio hears the same again, as a real engine would.
 */
export function inOrder(answers: EmulatedAnswer[]): EmulatedEar {
  const known = new Map<string, EmulatedAnswer>();
  return (request) => {
    if (isPiece(request)) {
      return { text: '' };
    }
    const { sha256 } = request;
    const next = answers[Math.min(known.size, answers.length - 1)] ?? { text: '' };
    const answer = known.get(sha256) ?? next;
    known.set(sha256, answer);
    return answer;
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The parts of a multipart body; throws where the body is not one. */
async function readRequest(message: IncomingMessage, index: number): Promise<SpeechRequest> {
  const headers = { 'content-type': message.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(await bodyOf(message)), { headers }).formData();
  const file = form.get('file');
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  if (!(file instanceof File) || field('model') === '') {
    throw new Error('file and model are required');
  }
  const audio = Buffer.from(await file.arrayBuffer());
  return {
    index,
    audio,
    fileName: file.name,
    mimeType: file.type,
    model: field('model'),
    language: field('language'),
    format: field('response_format'),
    granularities: all('timestamp_granularities[]'),
    include: all('include[]'),
    sha256: createHash('sha256').update(audio).digest('hex'),
    seconds: async () => (await decodeTo16k(audio, file.type, 'ffmpeg')).length / 16_000,
  };
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function wireSegment(of: EmulatedSegment, id: number) {
  const { text, start, end, avg_logprob = -0.1, no_speech_prob = 0.01 } = of;
  return { id, text, start, end, avg_logprob, no_speech_prob };
}

/** Words beside the segments, where they were asked for and are known. */
function wireWords(segments: EmulatedSegment[], { granularities }: SpeechRequest) {
  const words = granularities.includes('word') ? segments.flatMap((one) => one.words ?? []) : [];
  return words.length > 0 ? { words } : {};
}

/** The wire form of an answer, as `verbose_json` or `json` has it. */
function replyFor(answer: EmulatedAnswer, request: SpeechRequest): unknown {
  if ('status' in answer) {
    return answer.body ?? { error: { message: 'emulated failure' } };
  }
  const segments = 'segments' in answer ? answer.segments : [];
  const text = 'text' in answer ? answer.text : segments.map((one) => one.text).join('');
  if (request.format !== 'verbose_json' || 'text' in answer) {
    return { text };
  }
  const full = segments.map(wireSegment);
  const duration = segments.at(-1)?.end ?? 0;
  const whole = { task: 'transcribe', language: request.language, duration, text, segments: full };
  return { ...whole, ...wireWords(segments, request) };
}

/**
 * An OpenAI-compatible speech endpoint on loopback. It recognises nothing: the test says what is
 * heard. It lives in tests only.
 * @param options.delay milliseconds before each answer
 */
export async function startSpeechEmulator(options: {
  key: string;
  answer: EmulatedEar;
  delay?: number;
}): Promise<SpeechEmulator> {
  const requests: SpeechRequest[] = [];
  let refused = 0;

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (message.method !== 'POST' || message.url !== '/v1/audio/transcriptions') {
      message.resume();
      send(response, 404, { error: { message: 'no such address' } });
      return;
    }
    if (message.headers.authorization !== `Bearer ${options.key}`) {
      refused += 1;
      message.resume();
      send(response, 401, { error: { message: 'wrong key' } });
      return;
    }
    const request = await readRequest(message, requests.length);
    requests.push(request);
    const answer = await options.answer(request);
    await sleep(options.delay ?? 0);
    const [status, headers] = 'status' in answer ? [answer.status, answer.headers] : [200, {}];
    send(response, status, replyFor(answer, request), headers);
  }

  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      send(response, 400, { error: { message: String(error) } });
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/v1`,
    requests,
    get refused() {
      return refused;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
