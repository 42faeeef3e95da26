import { searchKey } from '#platform/keys.ts'

/** A piece of a text, and whether it is what was searched. */
export interface Fragment {
  readonly texte: string
  readonly estTrouve: boolean
}

interface Mot {
  readonly debut: number
  readonly fin: number
  /** which of the words searched it is */
  readonly rang: number
}

/** Of an excerpt, in characters: two lines of a list. */
const LONGUEUR = 170
/** What is shown before the first word found. */
const AVANT = 45
const MOT = /[\p{L}\p{N}\p{M}]+/gu

/** Every different word of a text, as the search cuts them: accents, case and punctuation do not count. */
export function clesDuTexte(texte: string): Set<string> {
  const mots = new Set(texte.match(MOT))
  return new Set([...mots].map(searchKey))
}

function motsTrouves(texte: string, reconnus: ReadonlyMap<string, number>): Mot[] {
  const cles = new Map<string, string>()
  const trouves: Mot[] = []
  for (const { 0: mot, index } of texte.matchAll(MOT)) {
    const cle = cles.get(mot) ?? searchKey(mot)
    cles.set(mot, cle)
    const rang = reconnus.get(cle)
    if (rang !== undefined) trouves.push({ debut: index, fin: index + mot.length, rang })
  }
  return trouves
}

/** The first of the words found from which an excerpt shows the most different ones. */
function meilleurDepart(trouves: readonly Mot[]): { premier: number; differents: number } {
  let meilleur = { premier: 0, differents: 0 }
  for (const [i, { debut }] of trouves.entries()) {
    const rangs = new Set<number>()
    for (let j = i; j < trouves.length; j += 1) {
      const suivant = trouves[j]
      if (suivant === undefined || suivant.fin > debut + LONGUEUR - AVANT) break
      rangs.add(suivant.rang)
    }
    if (rangs.size > meilleur.differents) meilleur = { premier: i, differents: rangs.size }
  }
  return meilleur
}

/** Cuts on a whole word, never in one: `vers` says which side may be shortened. */
function bord(texte: string, position: number, vers: 'avant' | 'apres'): number {
  if (position <= 0) return 0
  if (position >= texte.length) return texte.length
  const espace = vers === 'avant' ? texte.indexOf(' ', position) : texte.lastIndexOf(' ', position)
  const loin = espace === -1 || Math.abs(espace - position) > 25
  return loin ? position : vers === 'avant' ? espace + 1 : espace
}

/** The text cut around the words found in it. */
export function surligner(texte: string, reconnus: ReadonlyMap<string, number>): Fragment[] {
  return fragmenter(texte, motsTrouves(texte, reconnus), { debut: 0, fin: texte.length })
}

function fragmenter(
  texte: string,
  trouves: readonly Mot[],
  { debut, fin }: { debut: number; fin: number },
): Fragment[] {
  const fragments: Fragment[] = []
  const ajouter = (de: number, a: number, estTrouve: boolean): void => {
    if (a > de) fragments.push({ texte: texte.slice(de, a).toWellFormed(), estTrouve })
  }
  let ici = debut
  for (const mot of trouves) {
    if (mot.debut < ici || mot.fin > fin) continue
    ajouter(ici, mot.debut, false)
    ajouter(mot.debut, mot.fin, true)
    ici = mot.fin
  }
  ajouter(ici, fin, false)
  return fragments
}

export interface Extrait {
  readonly fragments: readonly Fragment[]
  /** which of the words searched it shows */
  readonly rangs: ReadonlySet<number>
}

/**
 * The passage of a text that shows the most of the words searched, in one line of about 170 characters; null when it has none.
 * `reconnus`: words of the text that answer the search, by their key, with which one they answer.
 */
export function extraire(brut: string, reconnus: ReadonlyMap<string, number>): Extrait | null {
  const texte = brut.replace(/\s+/gu, ' ').trim()
  const trouves = motsTrouves(texte, reconnus)
  const depart = trouves[meilleurDepart(trouves).premier]
  if (depart === undefined) return null
  const debut = bord(texte, depart.debut - AVANT, 'avant')
  const fin = Math.max(bord(texte, debut + LONGUEUR, 'apres'), depart.fin)
  const dedans = trouves.filter((mot) => mot.debut >= debut && mot.fin <= fin)
  const fragments = fragmenter(texte, dedans, { debut, fin })
  return {
    fragments: [
      ...(debut > 0 ? [{ texte: '… ', estTrouve: false }] : []),
      ...fragments,
      ...(fin < texte.length ? [{ texte: ' …', estTrouve: false }] : []),
    ],
    rangs: new Set(dedans.map(({ rang }) => rang)),
  }
}
