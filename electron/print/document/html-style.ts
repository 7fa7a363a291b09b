/** How the customer's HTML copy looks: one column on a telephone, dark where the reader's screen is, plain on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #15181c; --paper: #fff; --label: #434d5b; --rule: #8a94a0; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f4; --paper: #15181c; --label: #c3cbd4; --rule: #77828f; } }
* { box-sizing: border-box; }
html { font: 1.125rem/1.5 system-ui, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
img { max-width: 100%; max-height: 6rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5rem 0 .5rem; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.35rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: .5rem 0; }
.who { font-weight: 600; display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
.written { white-space: pre-wrap; }
dl { margin: .5rem 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
dt { color: var(--label); flex: 0 0 10rem; }
dd { margin: 0; flex: 1 1 12rem; min-height: 1.5em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .15rem .75rem .15rem 0; }
th { color: var(--label); font-weight: 400; }
.reviews { list-style: none; margin: 1rem 0; padding: 0 0 0 1rem; border-inline-start: .2rem solid var(--rule); }
.reviews li + li { margin-top: 1rem; }
.signature { display: flex; gap: 1.5rem; margin-top: 3rem; color: var(--label); }
.signature p { border-top: 1px solid var(--rule); flex: 1 1 30%; margin: 0; }
.signature p:first-child { flex: 1 1 70%; }
.ink { display: block; width: 15rem; max-width: 100%; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); color: var(--label); }
@media (max-width: 34rem) {
  dt { flex-basis: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { display: block; margin-bottom: .75rem; }
  td { display: block; padding: 0; }
}
@media print { :root { --ink: #000; --paper: #fff; --label: #333; } article { break-inside: auto; } h2, h3, h4 { break-after: avoid; } }
`;

/** What large print adds: nothing smaller than 18 point on paper, and as much larger on a screen. */
export const LARGE_STYLE = `
html { font-size: 1.5rem; }
@media print { html { font-size: 18pt; } }
`;
