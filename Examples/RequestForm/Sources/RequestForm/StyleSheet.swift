/// How the page looks, in light and in dark.
enum StyleSheet {
  static var text: HTML {
    HTML(
      markup: """

        :root { color-scheme: light dark; --line: #8886; --quiet: #777; --accent: #2563eb; --bad: #c2261c; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; }
        .field { margin: 0 0 1.25rem; min-width: 0; }
        fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem 0; }
        label, legend { font-weight: 600; }
        input, select, textarea, button { font: inherit; border: 1px solid var(--line); border-radius: .375rem; padding: .4rem .6rem; box-sizing: border-box; }
        input:not([type=checkbox], [type=radio]), select, textarea { display: block; width: 100%; margin: .25rem 0; }
        .code { font-family: ui-monospace, monospace; font-size: .9em; }
        small, summary { color: var(--quiet); }
        fieldset > small { display: block; margin-bottom: .75rem; }
        .mark { font-size: .75rem; font-weight: 400; color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .5rem; margin-left: .5rem; }
        .field.deprecated > label, .field.deprecated > legend { text-decoration: line-through; }
        .box { margin-left: .5rem; }
        .box ~ small { display: block; }
        .null { display: block; font-weight: 400; font-size: .9rem; }
        .option { display: flex; gap: .75rem; align-items: flex-start; }
        .option > input { margin-top: .4rem; }
        .option > .field { flex: 1; }
        details { margin-bottom: 1rem; }
        [aria-invalid] { border-color: var(--bad) !important; }
        .problem, .problems { color: var(--bad); margin: .25rem 0; }
        .problems { border: 1px solid; border-radius: .5rem; padding: .75rem 2rem; margin-bottom: 1.25rem; }
        .problems a { color: inherit; }
        button { background: var(--accent); border-color: transparent; color: #fff; padding: .5rem 1.5rem; cursor: pointer; }

        """)
  }
}
