import { ComposePdfError, composePdf } from '#platform/documents/index.ts'

export interface FicheDEloge {
  readonly etablissement: string
  readonly service: string
  /** the team thanked; empty when no one in particular is */
  readonly equipe: string
  readonly texte: string
  /** who thanks, as the team reads it */
  readonly signature: string
  /** « janvier 2026 »: the exact day could tell who wrote */
  readonly recuEn: string
  readonly imprimeeA: Date
}

/** The data come in beside the source: nothing a person wrote is ever read as markup. */
const SOURCE = `
#let d = sys.inputs
#let accent = rgb("#0f5257")
#let encre = rgb("#1d2a30")
#let corps = float(d.corps) * 1pt
#set document(title: "Un remerciement" + if d.equipe == "" { "" } else { " pour l’équipe : " + d.equipe })
#set text(lang: "fr", size: corps, fill: encre)
#set par(leading: 0.72em, spacing: 1em)
#set page(
  paper: "a4",
  margin: (x: 2.6cm, top: 2.4cm, bottom: 2.6cm),
  background: place(top + left, rect(width: 100%, height: 9mm, fill: accent)),
  footer: context [
    #set text(size: 9.5pt, fill: encre.lighten(25%))
    #d.etablissement #h(1fr) #d.service
  ],
)
#v(0.6cm)
#text(size: 12pt, fill: accent, weight: "bold", tracking: 0.06em)[#upper[Merci à l’équipe]]
#v(-0.2cm)
#{
  set text(size: 30pt, weight: "bold", fill: encre)
  heading(level: 1, outlined: false, if d.equipe == "" [Un remerciement] else [#d.equipe])
}
#v(0.9cm)
#v(1fr)
#block(
  width: 100%,
  inset: (left: 1.1cm, right: 0.4cm, y: 0.5cm),
  stroke: (left: 3pt + accent),
)[
  #for ligne in d.texte.split("\\n") { if ligne.trim() == "" { v(0.35em) } else { par(ligne) } }
]
#v(0.5cm)
#align(right, block(width: 80%)[
  #set text(size: 13pt)
  #set align(right)
  #text(weight: "bold", d.signature)
  #linebreak()
  #text(size: 11pt, fill: encre.lighten(25%), d.recuEn)
])
#v(1.4fr)
`

/** Larger when there is less to read: a short thank-you is seen from across the room. */
const corpsDe = (texte: string): number => {
  if (texte.length < 220) return 25
  if (texte.length < 600) return 16
  if (texte.length < 1600) return 13
  return 11
}

/** Nothing shows them, and an accessible PDF refuses what no font shows. */
const INVISIBLES = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu

/** What the font that comes with the composer always has. */
const PARTOUT =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}\s\u0020-\u00ff\u2010-\u203a€№™→−≤≥]/gu

/** The sheet of a praise, A4, to put on the wall: an accessible PDF. A sign no font has here is left out rather than the sheet. */
export async function composerFiche({ imprimeeA, ...fiche }: FicheDEloge): Promise<Uint8Array> {
  const propre = (texte: string): string => texte.replaceAll('\r\n', '\n').replace(INVISIBLES, '')
  const inputs = { ...fiche, texte: propre(fiche.texte), signature: propre(fiche.signature) }
  const composer = (textes: typeof inputs) =>
    composePdf({ source: SOURCE, inputs: { ...textes, corps: String(corpsDe(textes.texte)) }, at: imprimeeA })
  try {
    return await composer(inputs)
  } catch (error) {
    if (!(error instanceof ComposePdfError)) throw error
    const lisible = (texte: string): string => texte.replace(PARTOUT, '')
    return composer({ ...inputs, texte: lisible(inputs.texte), signature: lisible(inputs.signature) })
  }
}
