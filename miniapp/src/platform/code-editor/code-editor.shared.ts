import type { ProgramLanguage } from '@zhiyu/contracts/judge';

export interface CodeEditorProps {
  language: ProgramLanguage;
  value: string;
  onChange?: (value: string) => void;
  readOnly?: boolean;
  /** Name of the box. */
  label: string;
  /** Id of the sentence that tells how to leave it by the keyboard. */
  describedBy?: string;
  /** Ctrl or ⌘ with Enter. */
  onRun?: () => void;
  onPaste?: () => void;
}

export const languageNames: Readonly<Record<ProgramLanguage, string>> = {
  python: 'Python',
  java: 'Java',
  cpp: 'C++',
  go: 'Go',
  javascript: 'JavaScript',
};
