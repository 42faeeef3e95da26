import { ComposePdfError, composePdf } from '#platform/documents/index.ts'

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

/** Nothing shows them, and an accessible PDF refuses what no font shows. */
const INVISIBLES = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu

/** What the font that comes with the composer always has; the rest depends on the fonts of the machine. */
const PARTOUT =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}\s\u0020-\u00ff\u2010-\u203a€№™→−≤≥]/gu
const SUBSTITUT = '?'
const AVERTISSEMENT = `Les caractères qui ne peuvent pas être imprimés ici sont remplacés par « ${SUBSTITUT} » ; le dossier les garde.`

type Textes = Omit<CopieDeConsignation, 'imprimeeA'>

const dansChaque = (textes: Textes, remplacer: (texte: string) => string): Textes => ({
  etablissement: remplacer(textes.etablissement),
  service: remplacer(textes.service),
  numero: textes.numero,
  recueLe: textes.recueLe,
  canal: textes.canal,
  auteur: remplacer(textes.auteur),
  agent: remplacer(textes.agent),
  recit: remplacer(textes.recit),
})

/**
 * The accessible PDF handed over after an oral complaint. It is owed whatever was typed: when a character has no font on
 * this machine, the copy says so and comes without it. @source CSP, art. R. 1112-91
 */
export async function composerCopie({ imprimeeA, ...textes }: CopieDeConsignation): Promise<Uint8Array> {
  const propres = dansChaque(textes, (t) => t.replaceAll('\r\n', '\n').replace(INVISIBLES, ''))
  const composer = (t: Textes) => composePdf({ source: SOURCE, inputs: { ...t }, at: imprimeeA })
  try {
    return await composer(propres)
  } catch (error) {
    if (!(error instanceof ComposePdfError)) throw error
    const lisibles = dansChaque(propres, (t) => t.replace(PARTOUT, SUBSTITUT))
    return composer({ ...lisibles, recit: `${lisibles.recit}\n\n${AVERTISSEMENT}` })
  }
}
