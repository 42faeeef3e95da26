import { createHash } from 'node:crypto'

/** The palette of the screens, for pages that have neither script nor outside sheet. Phone first. */
export const STYLE = `
:root{--paper:#faf9f6;--card:#fff;--line:#e4e1d9;--line-strong:#8a857a;--ink:#1d2430;--ink-2:#515a69;--accent:#0f5257;
--accent-soft:#e3eeee;--accent-ink:#0a3d41;--ok:#2f6b3a;--ok-soft:#e6f0e6;--soon:#8a4b08;--soon-soft:#fbeedb;--late:#9b1c31;
--late-soft:#fdf2f3;--mark:#fff1b8}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 "Source Sans 3",system-ui,-apple-system,"Segoe UI",
sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem;display:flex;flex-direction:column;gap:1.25rem}
header{border-bottom:1px solid var(--line);background:var(--card)}
header p{max-width:46rem;margin:0 auto;padding:.8rem 1rem;color:var(--ink-2);font-size:.95rem}
header strong{color:var(--accent-ink)}
h1{font-size:1.55rem;line-height:1.2;letter-spacing:-.01em;margin:0;font-weight:650;text-wrap:balance}
h2{font-size:1.1rem;line-height:1.35;margin:0 0 .4rem;font-weight:650}
p{margin:0 0 .6rem;text-wrap:pretty}
p:last-child{margin-bottom:0}
a{color:var(--accent);text-underline-offset:3px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
form,.stack{display:flex;flex-direction:column;gap:1.25rem}
.quiet{color:var(--ink-2)}
.small{font-size:.95rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem}
.text{white-space:pre-wrap}
blockquote{margin:0 0 .9rem;padding:.5rem .9rem;border-left:4px solid var(--line-strong);background:var(--paper);white-space:pre-wrap}
blockquote mark{background:var(--mark);color:inherit;padding:1px 2px}
label{display:block;font-weight:600;margin-bottom:.3rem}
.field{margin-bottom:1rem}
.field:last-child{margin-bottom:0}
.hint{color:var(--ink-2);font-size:.95rem;margin:.3rem 0 0}
input[type=text],textarea{width:100%;font:inherit;color:inherit;background:#fff;border:1px solid var(--line-strong);border-radius:8px;
padding:.6rem .75rem;min-height:2.75rem}
textarea{min-height:7rem;max-height:80vh;resize:vertical;field-sizing:content}
input[type=file]{font:inherit;width:100%;padding:.5rem 0}
[aria-invalid=true]{border:2px solid var(--late)}
.error{color:var(--late);font-weight:600;margin:.35rem 0 0}
.notice{border-radius:8px;padding:.75rem 1rem;background:var(--accent-soft)}
.notice.ok{background:var(--ok-soft)}
.notice.soon{background:var(--soon-soft)}
.summary{border:1px solid var(--late);border-left-width:4px;border-radius:8px;background:var(--late-soft);padding:.75rem 1rem}
.summary ul,.notice ul{margin:.3rem 0 0;padding-left:1.2rem}
.summary a{color:var(--late)}
.actions{display:flex;flex-direction:column;gap:.7rem}
button,.button{font:inherit;font-weight:600;min-height:2.75rem;padding:.6rem 1.1rem;border-radius:8px;border:1px solid var(--line-strong);
background:#fff;color:var(--ink);cursor:pointer;text-align:center;text-decoration:none;display:inline-block}
button.main{background:var(--accent);border-color:var(--accent);color:#fff}
button:hover{border-color:var(--accent)}
button.small{min-height:2.75rem;padding:.4rem .8rem}
.files{list-style:none;margin:0 0 .8rem;padding:0}
.files li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.5rem 0;
border-top:1px solid var(--line)}
.files li:first-child{border-top:0}
dl{margin:0}
dt{font-weight:600}
dd{margin:0 0 .8rem}
dd:last-child{margin-bottom:0}
@media (min-width:40em){
main{padding:2rem 1.5rem 4rem}
header p{padding:.8rem 1.5rem}
.card{padding:1.25rem 1.4rem}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
.actions{flex-direction:row;flex-wrap:wrap}
}
@media print{.actions,input[type=file]{display:none}body{background:#fff}}
`.trim()

/** What the policy of the page names: this sheet and no other. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
