/** Whether whoever wrote agreed that the team be told their name. */
export const ACCORDS = ['inconnu', 'donne', 'refuse'] as const
export type Accord = (typeof ACCORDS)[number]

export const FORMES_D_ACCORD = ['ecrit', 'oral-consigne'] as const
export type FormeDAccord = (typeof FORMES_D_ACCORD)[number]

export interface Auteur {
  readonly nom: string
  /** a consent to be named is in force on the person's own file */
  readonly aConsenti: boolean
}

/**
 * The name a team may read, or nothing: that of the praise when its author agreed for this praise, those of the authors whose
 * file says they agree otherwise. A refusal for this praise wins.
 */
export function signatureDe(a: {
  readonly accord: Accord
  /** as it was entered with the praise */
  readonly auteurAffiche: string
  readonly auteurs: readonly Auteur[]
}): string {
  switch (a.accord) {
    case 'refuse':
      return ''
    case 'donne':
      return a.auteurAffiche !== '' ? a.auteurAffiche : a.auteurs.map(({ nom }) => nom).join(', ')
    case 'inconnu':
      return a.auteurs
        .filter(({ aConsenti }) => aConsenti)
        .map(({ nom }) => nom)
        .join(', ')
  }
}

const MASQUE = '…'
const LONGUEUR_MIN = 3

/** Letters without accents nor case: « Lefèvre » is found however it was typed. */
const pliee = (mot: string): string => mot.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const mots = (nom: string): string[] =>
  nom.split(/[^\p{L}\p{M}]+/u).filter((mot) => mot.length >= LONGUEUR_MIN)

const commenceParUneCapitale = (mot: string): boolean => /^\p{Lu}/u.test(mot)

/** What is left of a line that was nothing but a name: « … », « M. … », « Mme … ». */
const SIGNATURE_SEULE = /^(?:\s|…|[,.;–-]|\bM(?:me|lle|r)?\b)*$/u

function masquerLaLigne(ligne: string, caches: ReadonlySet<string>): string {
  const sans = ligne.replace(/[\p{L}\p{M}]+/gu, (mot) =>
    commenceParUneCapitale(mot) && caches.has(pliee(mot)) ? MASQUE : mot,
  )
  return sans.replace(/…(?:[\s-]+…)+/gu, MASQUE)
}

/**
 * The words of a praise without the names of these people, wherever they signed them. What is written without a capital is a
 * word of the language: « rose », « pierre ». Whoever sends reads it over: a nickname is not found. A line that was the
 * signature goes with it.
 */
export function masquerLesNoms(texte: string, noms: readonly string[]): string {
  const caches = new Set(noms.flatMap(mots).map(pliee))
  if (caches.size === 0) return texte
  return texte
    .split('\n')
    .map((ligne) => [ligne, masquerLaLigne(ligne, caches)] as const)
    .filter(([avant, apres]) => avant === apres || !SIGNATURE_SEULE.test(apres))
    .map(([, apres]) => apres)
    .join('\n')
    .trimEnd()
}
