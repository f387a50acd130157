import type { CodeEditorProps } from './code-editor.shared';

/** A box of text: where the editor could not be loaded, and in mini-programs. */
export default function PlainEditor(props: CodeEditorProps) {
  const { value, onChange, onRun } = props;
  return (
    <textarea
      className="code-plain"
      value={value}
      readOnly={props.readOnly ?? false}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      onPaste={props.onPaste}
      onChange={(event) => onChange?.(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onRun?.();
        }
      }}
    />
  );
}
