// The process that holds the model. A process and not a thread: the native library ends the whole
// process when a model file is damaged, and that must not be the server.
import sherpa from 'sherpa-onnx-node';
import type { SherpaJob } from './sherpa-process.js';

const [model = '', tokens = '', language = 'auto', threads = '1'] = process.argv.slice(2);

const recognizer = new sherpa.OfflineRecognizer({
  featConfig: { sampleRate: 16_000, featureDim: 80 },
  modelConfig: {
    senseVoice: { model, language, useInverseTextNormalization: 1 },
    tokens,
    numThreads: Number(threads),
    provider: 'cpu',
  },
});

function recognise({ samples, windows }: SherpaJob): unknown[] {
  return windows.map(({ from, to }) => {
    const stream = recognizer.createStream();
    stream.acceptWaveform({ samples: samples.slice(from, to), sampleRate: 16_000 });
    recognizer.decode(stream);
    return recognizer.getResult(stream);
  });
}

process.on('message', (job: SherpaJob) => process.send?.(recognise(job)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
