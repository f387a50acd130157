import type { Expression } from '@zhiyu/contracts/observation';
import type { FaceResult, Human } from '@vladmandic/human';
import type { FaceEar, FaceFrame } from './face.shared';

export * from './face.shared';

/** Where the build puts the library, its wasm and the four models (config/index.ts). */
const HOME = `/static/vision-${FACE_VERSION}/`;
/** Five pictures a second where the device is quick, at least one: shortest and longest time between two (ms). */
const SHORTEST = 200;
const LONGEST = 1_000;
/** At most this part of the time is spent on looking: the recorder comes first. */
const PART = 0.4;
/** A device that needs longer for one picture is too slow (ms, median of the last ones). */
const SLOW = 600;
const LOOKED_AT = 9;
/** So few tell it already: a page that stands still helps nobody. */
const LEAST = 3;

let loaded: Promise<Human> | null = null;

async function load(): Promise<Human> {
  const library = (await import(
    /* webpackIgnore: true */ `${HOME}human.esm.js`
  )) as typeof import('@vladmandic/human');
  const off = { enabled: false };
  const human = new library.Human({
    backend: 'wasm',
    wasmPath: HOME,
    modelBasePath: HOME,
    cacheSensitivity: 0,
    debug: false,
    filter: off,
    face: {
      enabled: true,
      detector: { rotation: false, maxDetected: 3, skipFrames: 0 },
      mesh: { enabled: true },
      iris: { enabled: true },
      emotion: { enabled: true, minConfidence: 0.05 },
      description: off,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  });
  await human.load();
  return human;
}

/** Fetches and starts what is needed, once; harmless when it fails, then `observeFace` says so. */
export function prepareFace(): Promise<void> {
  loaded ??= load();
  return loaded.then(
    () => undefined,
    () => {
      loaded = null;
    },
  );
}

const degrees = (radians: number) => Math.max(-180, Math.min(180, (radians * 180) / Math.PI));
const share = (value: number) => Math.max(0, Math.min(1, value));

function expressionOf({ emotion }: FaceResult): Record<Expression, number> | null {
  const of = (name: Expression) => share(emotion?.find((one) => one.emotion === name)?.score ?? 0);
  return emotion === undefined
    ? null
    : {
        neutral: of('neutral'),
        happy: of('happy'),
        sad: of('sad'),
        angry: of('angry'),
        fear: of('fear'),
        disgust: of('disgust'),
        surprise: of('surprise'),
      };
}

function frameOf(faces: FaceResult[]): FaceFrame {
  const largest = [...faces].sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])[0];
  const turned = largest?.rotation ?? null;
  return {
    faces: faces.length,
    pose: turned && {
      yaw: degrees(turned.angle.yaw),
      pitch: degrees(turned.angle.pitch),
      roll: degrees(turned.angle.roll),
    },
    gaze: turned && {
      strength: share(turned.gaze.strength),
      bearing: degrees(turned.gaze.bearing),
    },
    expression: largest ? expressionOf(largest) : null,
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function watch(stream: MediaStream, ear: FaceEar, going: () => boolean): Promise<void> {
  const startedAt = performance.now();
  await prepareFace();
  const human = await (loaded ?? Promise.reject(new Error('no face library')));
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  // The first picture pays for the start.
  await human.detect(video);
  const costs: number[] = [];
  while (going()) {
    const from = performance.now();
    if (document.visibilityState === 'visible') {
      const { face } = await human.detect(video);
      ear.frame(frameOf(face), from - startedAt);
      costs.push(performance.now() - from);
    }
    const cost = median(costs.slice(-LOOKED_AT));
    if (costs.length >= LEAST && cost > SLOW) {
      ear.trouble('slow');
      break;
    }
    const every = Math.max(SHORTEST, Math.min(LONGEST, cost / PART));
    await pause(Math.max(20, every - (performance.now() - from)));
  }
  video.srcObject = null;
}

/** Looks at the camera's pictures on this device; only numbers come out. @returns ends it */
export function observeFace(stream: MediaStream, ear: FaceEar): () => void {
  let going = true;
  watch(stream, ear, () => going).catch(() => ear.trouble('off'));
  return () => {
    going = false;
  };
}
