/** A file of a model: what it must weigh, and what it must hash to. */
export interface ModelFile {
  name: string;
  bytes: number;
  /** Hexadecimal, of the content. */
  sha256: string;
}

export interface ModelSet {
  name: string;
  /** What it is for, its languages and its licence, for `zhiyu models list`. */
  about: string;
  /** Address of the folder that holds the files, without a slash at the end. */
  base: string;
  files: ModelFile[];
}

const senseVoiceRelease = 'csukuangfj/sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17';
const senseVoiceRevision = '2365baeacb507f821a0c8120fcee3d484dba7a07';

/**
 * Models that `zhiyu models fetch` knows. Sizes and checksums are those that several independent
 * public projects pin for this revision; a download that differs is refused.
 */
export const modelSets: ModelSet[] = [
  {
    name: 'sense-voice',
    about:
      '语音识别：中文、粤语、英文、日文、韩文（没有法文）。Speech recognition for SPEECH_DRIVER=sherpa; read the licence at the address.',
    base: `https://huggingface.co/${senseVoiceRelease}/resolve/${senseVoiceRevision}`,
    files: [
      {
        name: 'model.int8.onnx',
        bytes: 239_233_841,
        sha256: 'c71f0ce00bec95b07744e116345e33d8cbbe08cef896382cf907bf4b51a2cd51',
      },
      {
        name: 'tokens.txt',
        bytes: 315_894,
        sha256: 'f449eb28dc567533d7fa59be34e2abca8784f771850c78a47fb731a31429a1dc',
      },
    ],
  },
];
