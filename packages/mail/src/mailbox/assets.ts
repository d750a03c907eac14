export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: light-dark(#fafafa, #09090b);
  --card: light-dark(#ffffff, #18181b);
  --line: light-dark(#e4e4e7, #27272a);
  --strong: light-dark(#18181b, #fafafa);
  --text: light-dark(#3f3f46, #d4d4d8);
  --faint: light-dark(#6b6b74, #a1a1aa);
  --chosen: light-dark(#f4f4f5, #27272a);
  --ring: light-dark(#2563eb, #60a5fa);
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
header { padding: 20px 24px 16px; border-bottom: 1px solid var(--line); }
h1 { font-size: 18px; color: var(--strong); letter-spacing: -0.01em; }
header p, .empty, .hint, time, .to, dt { color: var(--faint); font-size: 13px; }
main { flex: 1; display: grid; grid-template-columns: 340px minmax(0, 1fr); min-height: 0; }
nav { border-right: 1px solid var(--line); }
ul { list-style: none; padding: 8px; }
li a {
  display: grid; gap: 2px; padding: 10px 16px; border-radius: 8px;
  color: inherit; text-decoration: none; overflow-wrap: anywhere;
}
li a:hover, li a[aria-current] { background: var(--chosen); }
a:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; }
.subject { color: var(--strong); font-weight: 600; }
.empty, .hint { padding: 24px; }
.hint { place-self: center; }
article { display: flex; flex-direction: column; gap: 16px; padding: 24px; min-width: 0; }
h2 { font-size: 20px; line-height: 1.3; color: var(--strong); overflow-wrap: anywhere; }
h3 { font-size: 13px; color: var(--faint); font-weight: 600; margin-bottom: 8px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; font-size: 14px; }
dd { overflow-wrap: anywhere; }
dd time { color: inherit; font-size: inherit; }
.bodies { flex: 1; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 16px; }
iframe, section { border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
iframe { width: 100%; height: 100%; min-height: 620px; }
section { padding: 16px; align-self: start; min-width: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.6 ui-monospace, SFMono-Regular, Menlo, monospace; }
pre a { color: var(--ring); }
.back { display: none; color: var(--faint); font-size: 14px; text-decoration: none; padding: 4px 0; }
@media (max-width: 1100px) { .bodies { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 760px) {
  main { grid-template-columns: minmax(0, 1fr); }
  nav { border-right: 0; }
  .reading nav, .listing .hint { display: none; }
  .back { display: inline-block; }
  header { padding: 16px; }
  article { padding: 16px; }
  iframe { min-height: 560px; }
}
`

/** Polls for new messages every two seconds and updates the list, without closing the open message. */
export const script = `
setInterval(async () => {
  if (document.hidden) return
  const newest = await fetch('/newest').then((answer) => answer.text(), () => document.body.dataset.newest)
  if (newest === document.body.dataset.newest) return
  const page = await fetch(location.href).then((answer) => answer.text(), () => '')
  const fresh = new DOMParser().parseFromString(page, 'text/html')
  const list = fresh.querySelector('nav')
  if (!list) return
  document.querySelector('nav').replaceWith(list)
  document.body.dataset.newest = fresh.body.dataset.newest
}, 2000)
`
