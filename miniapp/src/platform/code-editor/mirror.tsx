import { useEffect, useRef } from 'react';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  defaultHighlightStyle,
  indentOnInput,
  indentUnit,
  type LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { CodeEditorProps } from './code-editor.shared';

const grammars: Record<ProgramLanguage, () => Promise<LanguageSupport>> = {
  python: () => import('@codemirror/lang-python').then(({ python }) => python()),
  java: () => import('@codemirror/lang-java').then(({ java }) => java()),
  cpp: () => import('@codemirror/lang-cpp').then(({ cpp }) => cpp()),
  go: () => import('@codemirror/lang-go').then(({ go }) => go()),
  javascript: () => import('@codemirror/lang-javascript').then(({ javascript }) => javascript()),
};

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '0.875rem', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5rem' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-3)',
    border: '0',
    paddingLeft: '12px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--sunken)' },
});

/** Four blanks; a tab in Go, as its own formatter writes it. */
function unitOf(language: ProgramLanguage): string {
  return language === 'go' ? '\t' : '    ';
}

interface Latest {
  current: CodeEditorProps;
}

function boxOf(latest: Latest): Extension {
  const { label, describedBy, readOnly } = latest.current;
  const names: Record<string, string> = { 'aria-label': label, spellcheck: 'false' };
  if (describedBy) {
    names['aria-describedby'] = describedBy;
  }
  return [
    EditorView.contentAttributes.of(names),
    EditorState.readOnly.of(readOnly ?? false),
    readOnly ? [] : [highlightActiveLine(), history(), indentOnInput(), bracketMatching()],
    keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          latest.current.onRun?.();
          return true;
        },
      },
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      ...historyKeymap,
      // Escape, then Tab, leaves the box; Ctrl-M switches what Tab does.
      ...(readOnly ? [] : [indentWithTab]),
    ]),
    EditorView.domEventHandlers({ paste: () => latest.current.onPaste?.() }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        latest.current.onChange?.(update.state.doc.toString());
      }
    }),
  ];
}

/** The editor as a box that fills its place. */
export default function Mirror(props: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const grammar = useRef(new Compartment());
  const indent = useRef(new Compartment());
  const { language, value, label } = props;
  useEffect(() => {
    if (!place.current) {
      return;
    }
    const extensions = [
      lineNumbers(),
      drawSelection(),
      EditorView.lineWrapping,
      syntaxHighlighting(defaultHighlightStyle),
      look,
      grammar.current.of([]),
      indent.current.of([]),
      boxOf(latest),
    ];
    const doc = latest.current.value;
    const made = new EditorView({ parent: place.current, doc, extensions });
    view.current = made;
    return () => made.destroy();
  }, [label]);
  useEffect(() => {
    let wanted = true;
    const unit = indentUnit.of(unitOf(language));
    view.current?.dispatch({ effects: indent.current.reconfigure(unit) });
    void grammars[language]()
      .then((support) => {
        if (wanted) {
          view.current?.dispatch({ effects: grammar.current.reconfigure(support) });
        }
      })
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [language, label]);
  useEffect(() => {
    const now = view.current?.state.doc.toString();
    if (view.current && now !== value) {
      view.current.dispatch({ changes: { from: 0, to: now?.length ?? 0, insert: value } });
    }
  }, [value, label]);
  return <div ref={place} className="code-mirror" />;
}
