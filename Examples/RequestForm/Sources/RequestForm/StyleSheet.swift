/// How the page looks, in light and in dark.
enum StyleSheet {
  static var text: HTML {
    HTML(
      markup: """

        :root {
          color-scheme: light dark;
          --line: light-dark(#0003, #fff4); --quiet: light-dark(#5c6068, #a3a8b3);
          --accent: light-dark(#2456d6, #8fb0ff); --bad: light-dark(#b3261e, #ff9d94);
          --page: light-dark(#fff, #17181b); --paper: light-dark(#fff, #202226);
        }
        body {
          font: 16px/1.5 system-ui, sans-serif; background: var(--page);
          max-width: 40rem; margin: 2rem auto; padding: 0 1rem;
        }
        h1 { font-size: 1.5rem; }
        .field { margin: 0 0 1.5rem; min-width: 0; }
        fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .25rem 1rem 1rem; }
        fieldset > .field:last-child, .chosen > .field:last-child { margin-bottom: 0; }
        label, legend { font-weight: 600; }
        input, select, textarea, button {
          font: inherit; color: inherit; background: var(--paper); box-sizing: border-box;
          border: 1px solid var(--line); border-radius: .375rem; padding: .4rem .6rem;
        }
        input:not([type=checkbox], [type=radio]), select, textarea {
          display: block; width: 100%; margin: .25rem 0;
        }
        input[type=checkbox], input[type=radio] { accent-color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
        ::placeholder { color: var(--quiet); opacity: .7; }
        .code { font-family: ui-monospace, monospace; font-size: .9em; }
        small, summary { color: var(--quiet); }
        small { display: block; font-size: .875rem; line-height: 1.4; }
        fieldset > small { margin-bottom: .75rem; }
        fieldset fieldset { border: 0; padding: 0; }
        fieldset fieldset > legend { padding: 0; }
        fieldset:has(> .problem) { border-color: var(--bad); }
        .mark {
          font-size: .75rem; font-weight: 400; color: var(--quiet); white-space: nowrap;
          border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .5rem;
          margin-left: .5rem;
        }
        .field.deprecated > label, .field.deprecated > legend { text-decoration: line-through; }
        .check { display: grid; grid-template-columns: auto 1fr; column-gap: .5rem; }
        .check > :not(.box) { grid-column: 2; }
        .null { display: block; font-weight: 400; font-size: .9rem; }
        .options { display: flex; flex-wrap: wrap; align-items: center; row-gap: .5rem; }
        .option { display: contents; }
        .pick { font-weight: 400; margin-right: 1.25rem; }
        .pick > input { margin: 0 .4rem 0 0; vertical-align: -.05em; }
        .chosen { min-width: 0; }
        .option > .chosen { order: 1; flex: 0 0 100%; }
        .option:not(:has(> .pick > :checked)) > .chosen { display: none; }
        .spoken {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
        }
        details > summary { cursor: pointer; }
        details[open] > summary { margin-bottom: 1rem; }
        input[aria-invalid], select[aria-invalid], textarea[aria-invalid] {
          border-color: var(--bad);
        }
        .problem, .problems { color: var(--bad); margin: .25rem 0; }
        .problem { font-weight: 600; font-size: .875rem; }
        fieldset > .problem { margin-bottom: .75rem; }
        .problems {
          border: 1px solid; border-radius: .5rem; padding: .75rem 1rem; margin-bottom: 1.5rem;
        }
        .problems ul { margin: .25rem 0 0; padding-left: 1.25rem; }
        .problems a { color: inherit; }
        button {
          background: light-dark(#2456d6, #2f5fdd); border-color: transparent; color: #fff;
          padding: .5rem 1.5rem; font-weight: 600; cursor: pointer;
        }

        """)
  }
}
