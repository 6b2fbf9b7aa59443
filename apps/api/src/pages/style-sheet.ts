/** The one style sheet: a statistical release on white paper, from 360 pixels up. */
export const styleSheet = `:root {
  color-scheme: light;
  --ink: #1b1b1b;
  --muted: #565656;
  --rule: #d0d0d0;
  --link: #00508a;
  --warn: #9a3c00;
  --good: #00674d;
  --tint: #f5f5f2;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 0 1rem;
  max-width: 72rem;
  background: #fff;
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: #fff; padding: 0.25rem 0.5rem; }

header {
  display: flex;
  flex-wrap: wrap;
  gap: 0 2rem;
  align-items: baseline;
  justify-content: space-between;
  border-bottom: 2px solid var(--ink);
  padding: 0.75rem 0 0.5rem;
}
.name { margin: 0; font-weight: 700; }
.name a { color: inherit; text-decoration: none; }
.name span { color: var(--muted); font-weight: 400; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
nav a { padding: 0.25rem 0; text-decoration: none; }
nav.choices { gap: 0.25rem 1rem; margin: 0.75rem 0; font-size: 0.875rem; }
nav.choices > span { padding: 0.25rem 0; }
nav.choices small { color: var(--muted); }
nav a:hover { text-decoration: underline; }
nav [aria-current] { color: var(--ink); font-weight: 700; box-shadow: 0 2px 0 var(--ink); }
footer dl { grid-template-columns: max-content max-content max-content 1fr; margin: 0.75rem 0 0.25rem; }
footer { margin: 3rem 0 1.5rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: 0.875rem; }

h1 { margin: 1.5rem 0 0.25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.15rem; line-height: 1.3; }
p { margin: 0.5rem 0; max-width: 46rem; }
.lead { color: var(--muted); }
.note { border-left: 3px solid var(--rule); padding-left: 0.75rem; color: var(--muted); font-size: 0.9375rem; }
.value { margin: 0.5rem 0 0; font-size: 1.75rem; font-weight: 700; line-height: 1.2; }
.unit { color: var(--muted); font-size: 0.875rem; font-weight: 400; }
.none { color: var(--muted); }
.aside, small { color: var(--muted); font-size: 0.8125rem; }
.aside { margin: 0.15rem 0; }
td small, th small { display: block; max-width: 26rem; white-space: normal; }
td.number small { display: inline; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mark {
  display: inline-block;
  border: 1px solid var(--warn);
  padding: 0 0.3rem;
  color: var(--warn);
  font-size: 0.75rem;
  white-space: nowrap;
}
.mark.kept { border-color: var(--muted); color: var(--muted); }
.warn { color: var(--warn); font-weight: 700; }
.firing { border-left: 3px solid var(--warn); padding-left: 0.75rem; list-style: none; }

.strip { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.75rem, 1fr)); gap: 1rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.strip li { border-top: 2px solid var(--ink); padding-top: 0.4rem; font-size: 0.875rem; }
.strip h2 { margin: 0; font-size: 0.9375rem; }
.strip p { margin: 0.2rem 0; color: var(--muted); }
.strip .value { color: var(--ink); font-size: 1.5rem; }
.strip .unit { white-space: nowrap; }

figure { margin: 0.75rem 0 1.5rem; }
.plot { position: relative; width: fit-content; max-width: 100%; }
.plot[data-plot] { touch-action: pan-y; }
.crosshair { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.crosshair line { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 3 3; }
.crosshair circle { fill: #fff; stroke: var(--ink); stroke-width: 1.5; }
.note-at { position: absolute; margin: 0.25rem 0 0 0.6rem; pointer-events: none; }
.note-at:not(:empty) { display: grid; border: 1px solid var(--ink); background: #fff; padding: 0.3rem 0.5rem; max-width: 16rem; font-size: 0.8125rem; line-height: 1.35; }
.note-at.to-the-left { transform: translateX(calc(-100% - 1.2rem)); }
.formats { white-space: nowrap; }
details.data > summary, .cite + details > summary { width: max-content; color: var(--link); font-size: 0.875rem; cursor: pointer; }
details.data .scroll { max-height: 24rem; }
img { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--muted); font-size: 0.875rem; }
h3 { margin: 1rem 0 0.25rem; font-size: 1rem; }

label { font-weight: 600; }
input, button { border: 1px solid #767676; border-radius: 0; background: #fff; color: inherit; padding: 0.25rem 0.4rem; font: inherit; font-variant-numeric: tabular-nums; }
button { border-color: var(--link); color: var(--link); cursor: pointer; padding: 0.25rem 0.9rem; }
button:hover { background: var(--link); color: #fff; }
input[type="range"] { display: block; width: 100%; margin: 0.35rem 0 0; padding: 0; border: 0; accent-color: var(--link); }
.workbench { display: grid; grid-template-columns: 20rem minmax(0, 1fr); gap: 0 2.5rem; align-items: start; margin-top: 1rem; }
.levers { border-top: 2px solid var(--ink); }
.lever { display: grid; grid-template-columns: 1fr auto; gap: 0 0.5rem; align-items: baseline; border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
.lever label { font-size: 0.9375rem; }
.lever .box input { width: 5.75rem; text-align: right; }
.lever .unit { display: inline-block; }
.lever > .aside, .lever > input { grid-column: 1 / -1; }
.lever .aside { font-size: 0.75rem; line-height: 1.35; }
.lever.moved label::after { content: " moved"; color: var(--warn); font-size: 0.75rem; font-weight: 400; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; font-size: 0.875rem; }
.live .buttons button { display: none; }
.readout { position: sticky; top: 0; z-index: 2; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--rule); background: #fff; padding: 0.4rem 0; }
.readout dl { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.25rem 1.25rem; margin: 0; }
.readout dt { font-size: 0.875rem; font-weight: 600; color: inherit; }
.readout dd { margin: 0; }
.readout small { display: block; line-height: 1.3; }
.readout .value { font-size: 1.5rem; }
.readout .unit { white-space: nowrap; }
.save form, .vintages { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin: 0.75rem 0; }
.save input[type="text"] { flex: 1 1 14rem; max-width: 28rem; min-width: 0; }
.vintages input[type="range"] { flex: 1 1 16rem; width: auto; margin: 0; }
.cite { border: 1px solid var(--rule); background: var(--tint); padding: 0.6rem 0.75rem; }
.verdict { margin: 1rem 0; border: 1px solid var(--rule); border-left: 6px solid var(--good); padding: 0.5rem 0.9rem; }
.verdict.fails { border-left-color: var(--warn); }
.quoted { display: block; }

.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; }
.pair .plot { width: auto; max-width: 28rem; }
.pair img { width: 100%; }

.scroll { overflow-x: auto; margin: 0.75rem 0 1.25rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.35rem 0.9rem 0.35rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody tr:hover { background: var(--tint); }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.whole { white-space: nowrap; }
.group { padding-top: 1rem; color: var(--muted); font-weight: 700; }
time, td.unit { white-space: nowrap; }
td.unit { color: inherit; font-size: inherit; }
.continued > * { border-bottom: 0; }
.message { color: var(--warn); }
td img { margin: -0.25rem 0; max-width: none; }
.figure { font-weight: 600; text-decoration-color: #9cc; }

.state { display: inline-block; border: 1px solid var(--rule); padding: 0 0.3rem; font-size: 0.75rem; white-space: nowrap; }
.unreachable, .quarantined, .unreadable, .missed, .stale { border-color: var(--warn); color: var(--warn); }
.waiting, .disabled { color: var(--muted); }
.state.holds { border-color: var(--good); color: var(--good); }

code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.8125rem; }
code, h2 { overflow-wrap: anywhere; }
pre { overflow-x: auto; border: 1px solid var(--rule); background: var(--tint); padding: 0.75rem; max-height: 30rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1rem; margin: 0.75rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
.tree { padding-left: 2rem; }
.tree > li { margin: 0.75rem 0; }
.tree > li:target { background: #fff6d6; }
.tree p { margin: 0; }
.origin { margin: 0; padding-left: 1.1rem; color: var(--muted); font-size: 0.875rem; overflow-wrap: anywhere; }

@media (max-width: 56rem) {
  .workbench { display: flex; flex-direction: column; align-items: stretch; gap: 0; }
  #answers { display: contents; }
  #answers > * { order: 2; min-width: 0; }
  #answers > .readout { order: 0; }
  .workbench .levers { order: 1; }
  .workbench .levers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 0 2rem; }
}
@media (max-width: 640px) {
  .readout dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .readout .value { font-size: 1.15rem; }
  .readout .aside { display: none; }
  footer dl { grid-template-columns: max-content 1fr; gap: 0 1rem; }
  h1 { font-size: 1.5rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.5rem; }
  .tree { padding-left: 1.5rem; }
  table { min-width: 38rem; }
  table:has(th:nth-child(7)) { min-width: 58rem; }
  tbody th { min-width: 9rem; }
  tbody th:has(small) { min-width: 15rem; }
  .save label { flex: 1 0 100%; }
}
@media print {
  nav, .skip { display: none; }
  body { max-width: none; }
}
`;
