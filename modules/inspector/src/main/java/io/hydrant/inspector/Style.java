package io.hydrant.inspector;

/** The style sheet of the inspector, for light and dark, wide and narrow screens. */
final class Style {
  static final String CSS =
      """
      :root { color-scheme: light dark; --line: #8883; --soft: #8881; --accent: #0969da; --ok: #1a7f37;
        --warn: #9a6700; --bad: #cf222e; }
      @media (prefers-color-scheme: dark) { :root { --accent: #58a6ff; --ok: #3fb950; --warn: #d29922;
        --bad: #f85149; } }
      * { box-sizing: border-box; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
      header nav a { font-weight: 600; text-decoration: none; }
      a { color: var(--accent); }
      h1 { font-size: 1.5rem; margin: .4rem 0 1rem; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere; }
      th { font-size: .85rem; overflow-wrap: normal; }
      td.ok, td.warn, td.bad, td.quiet { white-space: nowrap; }
      .columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 1.5rem; }
      .ok { color: var(--ok); } .warn { color: var(--warn); } .bad { color: var(--bad); }
      .ok, .warn, .bad { font-weight: 600; }
      .quiet { opacity: .75; }
      .notice { border-left: 4px solid var(--warn); padding: .1rem .75rem; margin: .75rem 0; }
      ol.timeline { list-style: none; margin: 0; padding: 0; max-height: 75vh; overflow: auto;
        border: 1px solid var(--line); border-radius: 6px; }
      ol.timeline li { border-bottom: 1px solid var(--line); }
      ol.timeline a { display: block; padding: .4rem .7rem; color: inherit; text-decoration: none; }
      ol.timeline a:hover, ol.timeline a:focus { background: var(--soft); }
      ol.timeline li[aria-current] { background: var(--soft); border-left: 4px solid var(--accent); }
      ol.timeline li.later { opacity: .55; }
      ol.timeline li.refused { border-left: 4px solid var(--bad); }
      ol.timeline time { font: .8rem ui-monospace, monospace; margin-right: .6rem; }
      pre { font: .8rem/1.45 ui-monospace, monospace; background: var(--soft); border-radius: 6px; padding: .8rem;
        overflow: auto; max-height: 45vh; }
      form.action { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .6rem 0; }
      form.action textarea { flex: 1 1 24rem; font: .85rem/1.45 ui-monospace, monospace; }
      form.action input { flex: 1 1 12rem; }
      form.action button, form.action select, form.action input, form.action textarea { padding: .35rem .7rem; border-radius: 6px;
        border: 1px solid var(--line); background: var(--soft); color: inherit; }
      nav.steps { display: flex; gap: 1rem; margin: .5rem 0; }
      svg { width: 100%; height: auto; max-width: 34rem; }
      svg text { fill: currentColor; font: 600 13px system-ui, sans-serif; text-anchor: middle; }
      svg rect { fill: none; stroke: currentColor; stroke-opacity: .35; stroke-width: 1.5; }
      svg path { fill: none; stroke: currentColor; stroke-opacity: .25; stroke-width: 1.5; }
      svg path.taken { stroke: var(--accent); stroke-opacity: 1; stroke-width: 2.5; }
      svg rect.now { stroke: var(--accent); stroke-opacity: 1; stroke-width: 3; }
      @media (max-width: 50rem) { ol.timeline { max-height: 50vh; } .columns { grid-template-columns: minmax(0, 1fr); }
        table.wide thead { display: none; } table.wide tr { display: block; padding: .5rem 0;
          border-bottom: 1px solid var(--line); } table.wide td { display: block; border: 0; padding: .1rem 0; }
        table.wide td[data-label]::before { content: attr(data-label) " "; opacity: .75; } }
      """;

  private Style() {}
}
