/** How the page looks: on a screen by day and by night, on a telephone, on paper. */
export const boardStyle = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d9dfe7;--paper:#fff;--ground:#f3f5f8;--band:#17375e;--on-band:#fff;--mark:#2f6fb2;--mark-soft:#e7eff8;--red:#b3261e;--red-soft:#fbeae8;--amber:#8a5300;--amber-soft:#fdf3e1;--green:#2c6a42}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#a3aebb;--line:#343e4b;--paper:#1b222c;--ground:#12171e;--band:#0f2846;--on-band:#eaf1fa;--mark:#6aa5e0;--mark-soft:#22344a;--red:#ff9a8f;--red-soft:#3d2220;--amber:#f0bd68;--amber-soft:#38301d;--green:#8ccfa4}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
a.unseen:focus{position:static;width:auto;height:auto;clip:auto;display:block;padding:8px 16px}
a{color:var(--mark)}
:focus-visible{outline:2px solid var(--mark);outline-offset:2px}
.band{background:var(--band);color:var(--on-band);border-bottom:4px solid #b8893a;padding:22px max(20px,calc((100% - 1180px)/2)) 18px}
.band p{margin:0}
.band .unit{font-size:15px;letter-spacing:.08em;opacity:.88}
h1{margin:2px 0 4px;font-size:28px;line-height:1.3;font-weight:700;letter-spacing:.06em}
.band .day{font-variant-numeric:tabular-nums;opacity:.88}
.whose,.warning{max-width:1180px;margin:16px auto 0;padding:10px 16px;border-radius:6px;background:var(--mark-soft)}
.warning{background:var(--red-soft);color:var(--red);font-weight:600}
main,footer{max-width:1220px;margin:0 auto;padding:0 20px}
section{margin:26px 0 0}
h2{margin:0 0 10px;font-size:19px;line-height:1.4;border-left:4px solid var(--mark);padding-left:10px}
h3{margin:0 0 6px;font-size:15px}
.count{display:inline-block;min-width:1.9em;padding:0 .5em;border-radius:1em;background:var(--mark-soft);color:var(--ink);font-size:14px;line-height:1.6;text-align:center;font-variant-numeric:tabular-nums}
.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:0}
.card{background:var(--paper);border:1px solid var(--line);border-top:3px solid var(--mark);border-radius:6px;padding:12px 16px}
.card dt{color:var(--soft);font-size:14px}
.card dd{margin:0;color:var(--soft)}
.card strong{font-size:27px;line-height:1.35;color:var(--ink);font-variant-numeric:tabular-nums;font-weight:650}
.card small{display:block;font-size:13px}
.card.alarming{border-top-color:var(--red)}
.card.alarming strong{color:var(--red)}
.charts{columns:3;column-gap:12px}
.chart{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:0 0 12px;padding:12px 16px 14px;break-inside:avoid}
.chart table{width:100%;border-collapse:collapse}
.chart caption,.chart figcaption{display:table-caption;text-align:left;font-weight:650;padding:0 0 6px}
.chart figcaption{display:block}
.chart .unit{color:var(--soft);font-weight:400;font-size:13px}
.chart tbody tr{font-size:14px;line-height:1.5}
.chart tbody th{width:8.4em;font-weight:400;text-align:right;color:var(--soft);padding:2px 8px 2px 0;overflow-wrap:anywhere}
.chart td{padding:2px 0}
.chart .drawn svg{display:block;width:100%;height:14px}
.chart .number{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.chart td.number{width:1%;min-width:2.4em;padding-left:8px}
.chart rect{fill:var(--mark)}
.columns{display:grid;grid-template:150px/repeat(12,minmax(0,1fr));gap:4px;list-style:none;margin:0;padding:0}
.columns li{display:flex;flex-direction:column;align-items:center;min-height:0;font-size:13px}
.columns svg{flex:1 1 0;height:0;width:70%;min-height:0;border-bottom:1px solid var(--line)}
.columns .month{color:var(--soft);white-space:nowrap;font-size:12px;line-height:1.3;height:2.7em;text-align:center}
.columns b{display:block;font-weight:600}
.none{margin:0;padding:12px 16px;background:var(--paper);border:1px solid var(--line);border-radius:6px;color:var(--soft)}
td.none{border:0}
#filters{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:10px 14px;align-items:center;margin:26px -6px 0;padding:10px 12px;background:var(--paper);border:1px solid var(--line);border-radius:6px;box-shadow:0 2px 8px rgba(0,0,0,.06)}
#filters label{display:flex;gap:6px;align-items:center;color:var(--soft);white-space:nowrap}
#filters .wide{flex:1 1 16em}
#filters input,#filters select,#filters button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:5px;padding:4px 8px;min-height:34px}
#filters input{width:100%;min-width:6em}
#filters select{max-width:11em}
#filters button{cursor:pointer;background:var(--mark-soft)}
#filters output{color:var(--soft);font-size:14px}
#overdue,#near,#office,#cases,.case{scroll-margin-top:70px}
.pages{display:flex;gap:12px;align-items:center;margin:0 0 10px;color:var(--soft);font-size:14px;font-variant-numeric:tabular-nums}
#list+.pages{margin:10px 0 0}
.pages button{font:inherit;color:var(--ink);background:var(--mark-soft);border:1px solid var(--line);border-radius:5px;padding:3px 10px;min-height:32px;cursor:pointer}
.pages button:disabled{color:var(--soft);background:none;cursor:default}
table.list{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line);font-size:14px}
.list th,.list td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}
.list th{color:var(--soft);font-weight:600;background:var(--mark-soft);white-space:nowrap}
.list td:first-child,.list .day{white-space:nowrap;font-variant-numeric:tabular-nums}
.list td:last-child{color:var(--soft);min-width:7em}
.state{font-weight:600}
.state.overdue{color:var(--red)}
.state.soon,.state.rolled{color:var(--amber)}
.tag{display:inline-block;padding:0 .45em;border:1px solid var(--line);border-radius:3px;font-size:12px;line-height:1.5;color:var(--soft);font-weight:400}
.tag.strong{border-color:var(--red);color:var(--red)}
.case{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:0 0 6px}
.case summary{display:grid;grid-template-columns:1em 8.2em minmax(10em,1.6fr) 5.4em minmax(12em,1.4fr) minmax(4em,.6fr);gap:4px 12px;align-items:baseline;padding:9px 14px;cursor:pointer;list-style:none}
.case summary::-webkit-details-marker{display:none}
.case summary::before{content:"▸";color:var(--soft)}
.case[open] summary::before{content:"▾"}
.case[open] summary{border-bottom:1px solid var(--line);background:var(--mark-soft)}
.case .id{font-variant-numeric:tabular-nums;color:var(--soft);white-space:nowrap}
.case .name{font-weight:600;overflow-wrap:anywhere}
.case .stage{white-space:nowrap}
.case .next,.case .who{font-size:14px;color:var(--soft);overflow-wrap:anywhere}
.inside{padding:14px}
.steps{display:flex;flex-wrap:wrap;gap:4px;list-style:none;margin:0 0 12px;padding:0}
.steps li{flex:1 1 6em;padding:4px 8px;border-bottom:3px solid var(--line);color:var(--soft);font-size:14px;text-align:center;white-space:nowrap}
.steps .past{border-color:var(--green);color:var(--ink)}
.steps .past::before{content:"✓ ";color:var(--green)}
.steps .now{border-color:var(--mark);color:var(--ink);font-weight:700}
.steps .now::before{content:"● ";color:var(--mark)}
.facts{display:grid;grid-template-columns:repeat(4,1fr);gap:8px 16px;margin:0 0 14px}
.facts dt{color:var(--soft);font-size:13px}
.facts dd{margin:0;font-size:14px;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.pair{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:20px}
.pair section{margin:0}
.timeline{list-style:none;margin:0;padding:0 0 0 14px;font-size:14px}
.timeline li{position:relative;display:grid;grid-template-columns:6.4em minmax(0,1fr);gap:0 8px;padding:0 0 8px 14px;border-left:2px solid var(--line)}
.timeline li::before{content:"";position:absolute;left:-5px;top:.55em;width:8px;height:8px;border-radius:50%;background:var(--mark)}
.timeline li:last-child{border-color:transparent;padding-bottom:0}
.timeline .ahead::before{background:var(--paper);border:2px solid var(--amber)}
.timeline time{color:var(--soft);font-variant-numeric:tabular-nums}
footer{margin:30px auto 0;padding-bottom:30px;color:var(--soft);font-size:13px}
footer p{margin:2px 0}
@media (max-width:900px){.cards{grid-template-columns:repeat(2,1fr)}.charts{columns:1}.pair,.facts{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:repeat(2,minmax(0,1fr))}.case summary{grid-template-columns:1em 1fr auto}.case .name,.case .next,.case .who{grid-column:2/-1}}
@media (max-width:600px){h1{font-size:22px}main,footer{padding:0 12px}.band{padding:16px}.card{padding:10px 12px}.card strong{font-size:22px}#filters{position:static;margin:26px 0 0}.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}.list,.list tbody{display:block}.list tr{display:block;padding:8px 10px;border-bottom:1px solid var(--line)}.list td{display:flex;gap:8px;border:0;padding:1px 0;white-space:normal}.list td::before{content:attr(data-head);flex:none;width:4em;color:var(--soft)}.list td:first-child{white-space:normal}.steps li{flex-basis:40%}.timeline li{grid-template-columns:minmax(0,1fr)}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--line:#999;--paper:#fff;--ground:#fff;--band:#fff;--on-band:#000;--mark:#444;--mark-soft:#f2f2f2;--red:#000;--red-soft:#fff;--amber:#000;--amber-soft:#fff;--green:#000}@page{size:A4;margin:15mm 14mm}body{font-size:10.5pt;background:#fff}.band{padding:0 0 6pt;text-align:center;border-bottom:1.5pt solid #000}h1{font-size:18pt}main,footer{max-width:none;padding:0}#filters,.pages,a.unseen{display:none!important}a{color:inherit;text-decoration:none}section{margin-top:12pt}h2{font-size:13pt;break-after:avoid}.cards{grid-template-columns:repeat(4,1fr);gap:6pt}.card{padding:5pt 7pt}.card strong{font-size:15pt}.charts{columns:2;column-gap:6pt}.chart{padding:5pt 8pt;margin:0 0 6pt}.card,.chart,.list tr,.timeline li{break-inside:avoid}.list{font-size:9pt}.list thead{display:table-header-group}.case{border-radius:0;border-width:0 0 .5pt;margin:0}.case summary{padding:3pt 0;font-size:9.5pt;break-inside:avoid;grid-template-columns:8em minmax(9em,1.5fr) 5em minmax(10em,1.4fr) 4.5em}.case summary::before{content:none}.case .name,.case .next,.case .who{grid-column:auto}.case[open] summary{background:none}.inside{padding:6pt 0 8pt}.card,.chart,table.list,.none{border-color:#999}svg rect{fill:#555}}
`
