import type { CodeEditorProps } from './code-editor.shared';
import PlainEditor from './plain';
import './code-editor.scss';

/** In a mini-program programs are only read. */
export function CodeEditor(props: CodeEditorProps) {
  return <PlainEditor {...props} />;
}
