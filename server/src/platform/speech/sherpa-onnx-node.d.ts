/** The part of the package that we use; it brings no types of its own. */
declare module 'sherpa-onnx-node' {
  interface OfflineStream {
    acceptWaveform(sound: { samples: Float32Array; sampleRate: number }): void;
  }

  interface OfflineRecognizerConfig {
    featConfig: { sampleRate: number; featureDim: number };
    modelConfig: {
      senseVoice: { model: string; language: string; useInverseTextNormalization: 0 | 1 };
      tokens: string;
      numThreads: number;
      provider: 'cpu';
    };
  }

  interface OfflineRecognizer {
    createStream(): OfflineStream;
    decode(stream: OfflineStream): void;
    getResult(stream: OfflineStream): unknown;
  }

  const sherpa: {
    /** @throws TypeError when a file is missing; ends the whole process when one cannot be read */
    OfflineRecognizer: new (config: OfflineRecognizerConfig) => OfflineRecognizer;
  };
  export default sherpa;
}
