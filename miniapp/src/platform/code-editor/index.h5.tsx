import { lazy, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor.shared';
import PlainEditor from './plain';
import './code-editor.scss';

/** CodeMirror in a chunk of its own; a plain box where it cannot be had. */
const Mirror = lazy(() => import('./mirror').catch(() => ({ default: PlainEditor })));

export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<div className="code-waiting" aria-busy="true" />}>
      <Mirror {...props} />
    </Suspense>
  );
}
