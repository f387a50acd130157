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

  interface VadConfig {
    sileroVad: {
      model: string;
      threshold: number;
      minSpeechDuration: number;
      minSilenceDuration: number;
      maxSpeechDuration: number;
      windowSize: number;
    };
    sampleRate: number;
    numThreads: number;
    provider: 'cpu';
  }

  interface Vad {
    acceptWaveform(samples: Float32Array): void;
    flush(): void;
    isEmpty(): boolean;
    /** @param external whether the samples may lie outside of the heap of JavaScript */
    front(external: boolean): { start: number; samples: Float32Array };
    pop(): void;
  }

  const sherpa: {
    /** @throws TypeError when the model is missing; ends the whole process when it cannot be read */
    Vad: new (config: VadConfig, bufferSeconds: number) => Vad;
    /** @throws TypeError when a file is missing; ends the whole process when one cannot be read */
    OfflineRecognizer: new (config: OfflineRecognizerConfig) => OfflineRecognizer;
  };
  export default sherpa;
}
