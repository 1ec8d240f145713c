import { vocabularyOf } from '/work/wt/draft/src/core/drafts/vocabulary.ts'
import { sectionsOf } from '/work/wt/draft/src/core/drafts/sections.ts'
import { readDraft } from '/work/wt/draft/src/documents/outline.ts'
import { loadLaw, defaultRegulation } from '/work/wt/draft/src/repository/law.ts'
import { variantsOf, wordings } from '/work/wt/draft/test/drafts/corpus.ts'
import { writeDrafts } from '/work/wt/draft/test/drafts/write.ts'
const [name, layout, change, code] = process.argv.slice(2)
const r = (await loadLaw()).regulation(defaultRegulation)!
const v = vocabularyOf(r.clauses, r.pack.drafts)
const w = (['first','held-out'] as const).flatMap((g) => wordings(g)).find((x) => x.name === name)!
const variant = variantsOf(w).filter((x) => x.change === change)
const [file] = await writeDrafts(w, layout!, variant)
const draft = readDraft(file!, 'x').accepted
const o = sectionsOf(draft, v)
for (const s of o.all) console.log(s.number, s.rank, s.title, s.names.join('+'), JSON.stringify(s.own.map((p) => p.text.slice(0, 30))))
console.log('settled by', o.passages.flatMap((p) => v.real(p.text)).filter((t) => v.settles(code!, t)))
