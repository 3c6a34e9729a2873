import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

const fontFamily =
  '"Fira Code", "Noto Sans Arabic", "Geeza Pro", "Segoe UI", Tahoma, "DejaVu Sans", monospace';

/** Sets the four editors to show Arabic: a font that has it, and line breaks by real widths. */
export function ArabicText() {
  const monaco = useMonaco((state) => state.monaco);
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const headers = useGraphiQL((state) => state.headerEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    for (const editor of [query, variables, headers, response]) {
      editor?.updateOptions({
        fontFamily,
        wordWrap: 'on',
        wrappingStrategy: 'advanced',
        // Monaco frames every Arabic letter that resembles a Latin one, as if it were an attack.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
    // An editor that was drawn before its font was there keeps the widths of another.
    void document.fonts.ready.then(() => monaco?.editor.remeasureFonts());
  }, [monaco, query, variables, headers, response]);
  return null;
}
