// What Blazor cannot say: Monaco's markers, folding and completion, its colours, and pointers that are held on to.
window.playground = (() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const folds = new Map();
    let snippets = [];
    let loading;

    const editor = id => blazorMonaco.editor.getEditor(id);
    const text = id => editor(id).getModel();

    const themes = () => {
        monaco.editor.defineTheme('light', { base: 'vs', inherit: true, rules: [], colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#5c677d' } });
        monaco.editor.defineTheme('dark', { base: 'vs-dark', inherit: true, rules: [{ token: 'comment', foreground: '86c06c' }], colors: { 'editor.background': '#141b2b', 'editorLineNumber.foreground': '#97a3b8' } });
        const choose = () => monaco.editor.setTheme(dark.matches ? 'dark' : 'light');
        dark.addEventListener('change', choose);
        choose();
    };

    const languages = () => {
        monaco.languages.registerFoldingRangeProvider('csharp', {
            provideFoldingRanges: model => folds.get(model.uri.toString()) ?? [],
        });
        monaco.languages.registerCompletionItemProvider('csharp', {
            triggerCharacters: ['.', '[', '(', ' '],
            provideCompletionItems: (model, position, context) => {
                if (model !== text('typed')) {
                    return { suggestions: [] };
                }

                const word = model.getWordUntilPosition(position);
                const whole = model.getFullModelRange();
                const here = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
                const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
                const suggestions = snippets
                    .filter(snippet => before.endsWith(snippet.after) && (!snippet.isWhole || context.triggerKind === 0))
                    .map(snippet => ({
                        label: { label: snippet.label, description: snippet.detail },
                        kind: snippet.isWhole ? monaco.languages.CompletionItemKind.Snippet : monaco.languages.CompletionItemKind.EnumMember,
                        insertText: snippet.isWhole ? '' : snippet.text,
                        documentation: snippet.isWhole ? snippet.text : snippet.documentation,
                        additionalTextEdits: snippet.isWhole ? [{ range: whole, text: snippet.text }] : [],
                        range: here,
                        sortText: snippet.isWhole ? 'z' + snippet.label : snippet.label,
                    }));
                return { suggestions };
            },
        });
    };

    const load = () => loading ??= new Promise((loaded, failed) => require(['vs/editor/editor.main'], () => {
        languages();
        themes();
        loaded();
    }, failed));

    // Tells the page at once that someone types, and what, once they pause.
    const watch = (id, page, pause, limit) => {
        // Landmarks of Monaco's, one of each editor, which it does not name.
        document.querySelectorAll('.monaco-status').forEach((status, index) => { status.ariaLabel = `Editor messages ${index + 1}`; });

        let timer;
        editor(id).onDidDispose(() => clearTimeout(timer));
        editor(id).updateOptions({ quickSuggestions: false, wordBasedSuggestions: false, acceptSuggestionOnEnter: 'off' });
        editor(id).onDidChangeModelContent(() => {
            if (timer === undefined) {
                page.invokeMethodAsync('Typing');
            }

            clearTimeout(timer);
            timer = setTimeout(() => {
                timer = undefined;
                const length = text(id)?.getValueLength();
                if (length > limit) {
                    page.invokeMethodAsync('TypedTooMuch', length);
                } else if (length !== undefined) {
                    page.invokeMethodAsync('Typed', text(id).getValue());
                }
            }, pause);
        });
    };

    const mark = (id, findings) => monaco.editor.setModelMarkers(text(id), 'playground', findings.map(finding => ({
        severity: [monaco.MarkerSeverity.Info, monaco.MarkerSeverity.Warning, monaco.MarkerSeverity.Error][finding.severity],
        code: finding.address ? { value: finding.id, target: monaco.Uri.parse(new URL(finding.address, location).href) } : finding.id,
        message: finding.message,
        startLineNumber: finding.line,
        startColumn: finding.column,
        endLineNumber: finding.endLine,
        endColumn: finding.endColumn,
    })));

    // As one edit, so that it can be undone.
    const replace = (id, value) => {
        const model = text(id);
        editor(id).pushUndoStop();
        editor(id).executeEdits('playground', [{ range: model.getFullModelRange(), text: value }]);
        editor(id).pushUndoStop();
    };

    const show = async (id, value, ranges, open) => {
        const model = text(id);
        folds.set(model.uri.toString(), ranges);
        editor(id).setValue(value);
        const folding = await editor(id).getContribution('editor.contrib.folding').getFoldingModel();
        if (folding && !model.isDisposed()) {
            const all = Array.from({ length: folding.regions.length }, (_, index) => folding.regions.toRegion(index));
            folding.toggleCollapseState(all.filter(region => region.startLineNumber !== open && !region.isCollapsed));
            editor(id).setScrollTop(0);
        }
    };

    const reveal = (id, line, column) => {
        editor(id).setPosition({ lineNumber: line, column });
        editor(id).getAction('editor.unfold').run();
        editor(id).revealLineNearTop(line);
        editor(id).focus();
    };

    // A pointer that has gone down on a bar moves it until it goes up, wherever it is.
    document.addEventListener('pointerdown', event => event.target.closest?.('[data-held]')?.setPointerCapture(event.pointerId));

    // Arrows move a slider, not the page.
    document.addEventListener('keydown', event => {
        if (event.target.matches?.('[role=slider]') && /^(Arrow|Page|Home|End)/.test(event.key)) {
            event.preventDefault();
        }
    });

    return { load, watch, mark, replace, show, reveal, suggest: items => { snippets = items; } };
})();
