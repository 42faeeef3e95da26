import { searchKey } from '#platform/keys.ts'

/** Families of the published list most hospitals can compare themselves with. @source AP-HP, bilan 2016 des CRUQPC */
export const FAMILLES_AP_HP = {
  accueil: 'Accueil et administration',
  medicale: 'Prise en charge médicale',
  paramedicale: 'Prise en charge paramédicale',
  'vie-quotidienne': 'Vie quotidienne et environnement',
  respect: 'Respect de la personne',
} as const
export type FamilleApHp = keyof typeof FAMILLES_AP_HP

/** Its motifs, by family. */
export const MOTIFS_AP_HP = {
  accueil: ['facturation', 'qualité de l’accueil', 'attente'],
  medicale: [
    'relation avec le médecin',
    'qualité de l’information médicale',
    'accidents thérapeutiques et séquelles',
    'qualité des soins',
  ],
  paramedicale: [
    'relations avec le personnel soignant',
    'qualité des soins',
    'insuffisance de personnel',
    'organisation des examens',
  ],
  'vie-quotidienne': [
    'vols et pertes d’objets, de vêtements',
    'prestations hôtelières',
    'hygiène et propreté',
    'alimentation et diététique',
  ],
  respect: ['bientraitance', 'dignité', 'intimité'],
} as const satisfies Record<FamilleApHp, readonly string[]>

/** Where a motif is counted in the AP-HP list; without an exact counterpart, the reason is said. */
export type EquivalentApHp = {
  [F in FamilleApHp]:
    | { readonly famille: F; readonly motif: (typeof MOTIFS_AP_HP)[F][number] }
    | { readonly famille: F; readonly motif: null; readonly raison: string }
}[FamilleApHp]
/** Counted as « autre ». */
export interface SansEquivalent {
  readonly famille: null
  readonly raison: string
}

export interface Motif {
  readonly code: string
  readonly libelle: string
  readonly apHp: EquivalentApHp | SansEquivalent
  /** other words under which it is looked for */
  readonly mots?: string
  /** not of the list this one comes from: why it was added */
  readonly ajout?: string
}

export interface FamilleDeMotifs {
  readonly code: string
  readonly libelle: string
  readonly motifs: readonly Motif[]
}

/** One published version of the list: never changed once a grief was coded with it. */
export interface Typologie {
  readonly code: string
  readonly source: string
  readonly familles: readonly FamilleDeMotifs[]
}

/** A motif with its place in the list. */
export interface MotifPlace extends Motif {
  readonly famille: string
}

/** A motif of a version, or null when this version has no such code. */
export function trouverMotif(
  typologies: readonly Typologie[],
  code: string,
  version: string,
): MotifPlace | null {
  for (const famille of typologies.find((t) => t.code === version)?.familles ?? []) {
    const motif = famille.motifs.find((m) => m.code === code)
    if (motif !== undefined) return { ...motif, famille: famille.libelle }
  }
  return null
}

/** How a coded motif is shown, even one that the list no longer has. */
export interface MotifAffiche {
  readonly code: string
  readonly typologie: string
  /** null when the list no longer knows it */
  readonly famille: string | null
  readonly libelle: string
}

export function motifAffiche(
  typologies: readonly Typologie[],
  code: string,
  typologie: string,
): MotifAffiche {
  const motif = trouverMotif(typologies, code, typologie)
  if (motif === null) return { code, typologie, famille: null, libelle: `Motif retiré de la liste (${code})` }
  return { code, typologie, famille: motif.famille, libelle: motif.libelle }
}

/** The families with only the motifs found: each word of the search starts a word of the motif, of its family or beside. */
export function chercherMotifs(typologie: Typologie, saisie: string): readonly FamilleDeMotifs[] {
  const mots = searchKey(saisie).split(' ')
  return typologie.familles
    .map((famille) => ({
      ...famille,
      motifs: famille.motifs.filter((motif) => {
        const cle = ` ${searchKey(`${motif.libelle} ${famille.libelle} ${motif.mots ?? ''}`)}`
        return mots.every((mot) => cle.includes(` ${mot}`))
      }),
    }))
    .filter(({ motifs }) => motifs.length > 0)
}
