import { composePdf } from '#platform/documents/index.ts'

export interface CopieDeConsignation {
  readonly etablissement: string
  readonly service: string
  readonly numero: string
  readonly recueLe: string
  readonly canal: string
  readonly auteur: string
  readonly agent: string
  readonly recit: string
  readonly imprimeeA: Date
}

/** The data come in beside the source: nothing a person said is ever read as markup. */
const SOURCE = `
#let d = sys.inputs
#set document(title: "Copie de la réclamation " + d.numero)
#set text(lang: "fr", size: 11pt)
#set page(paper: "a4", margin: 2.2cm, footer: context [#set text(size: 9pt); #d.service – #d.numero #h(1fr) #counter(page).display()])
#text(size: 10pt)[#d.etablissement #linebreak() #d.service]
#v(0.8cm)
#heading(level: 1)[Copie de la réclamation consignée par écrit]
#v(0.3cm)
#grid(columns: (auto, 1fr), column-gutter: 0.8cm, row-gutter: 0.25cm,
  [Numéro], [#d.numero],
  [Exprimée le], [#d.recueLe],
  [De vive voix], [#d.canal],
  [Par], [#d.auteur],
  [Consignée par], [#d.agent])
#v(0.5cm)
#heading(level: 2)[Ce que la personne a dit]
#v(0.2cm)
#for ligne in d.recit.split("\\n") { if ligne.trim() == "" { v(0.25cm) } else { par(ligne) } }
#v(1.2cm)
#text(size: 9.5pt)[Une copie de ce document est remise sans délai à la personne (code de la santé publique, article R. 1112-91).]
`

/** The accessible PDF handed over after an oral complaint. @source CSP, art. R. 1112-91 */
export function composerCopie(copie: CopieDeConsignation): Promise<Uint8Array> {
  const { imprimeeA, ...inputs } = copie
  return composePdf({
    source: SOURCE,
    inputs: { ...inputs, recit: copie.recit.replaceAll('\r\n', '\n') },
    at: imprimeeA,
  })
}
