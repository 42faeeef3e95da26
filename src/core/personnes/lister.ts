import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { rapprocherDe } from './rapprochements.ts'
import type { PersonneEnBase } from './store.ts'
import {
  lirePaires,
  listerPaires,
  listerRegistre,
  type PersonneDuRegistre,
  type RepereDePersonne,
} from './store-registre.ts'
import { trouverPersonnes } from './trouver.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.lister
type Sortie = OutputOf<Op>

const PAR_PAGE = 50
const TROUVEES = 50
/** People whose pairs are looked for in one call: the rest is the next call, which goes on from there. */
const FENETRE = 400

const REPERE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.*)$/su

function lireRepere(apres: string | undefined): RepereDePersonne | null {
  if (apres === undefined) return null
  const [, id, cleNom] = REPERE.exec(apres) ?? []
  if (id === undefined || cleNom === undefined)
    throw new AppError('invalid', { champs: { apres: 'Cette suite du registre n’existe pas.' } })
  return { id, cleNom }
}

const ecrireRepere = ({ id, cleNom }: RepereDePersonne): string => `${id}_${cleNom}`

/** How many other records each goes together with, homonyms left out. Two statements. */
async function compterLesDoublons(
  tx: Tx,
  etablissementId: string,
  personnes: readonly PersonneEnBase[],
): Promise<ReadonlyMap<string, number>> {
  const paires = await listerPaires(
    tx,
    etablissementId,
    personnes.map(({ id }) => id),
  )
  const lues = new Map((await lirePaires(tx, paires)).map((p) => [p.personne.id, p]))
  const nombres = new Map<string, number>()
  for (const { id } of personnes) {
    const une = lues.get(id)
    if (une === undefined) continue
    const autres = paires.flatMap((paire) => (paire.une === id ? (lues.get(paire.autre) ?? []) : []))
    const sures = rapprocherDe(une, autres, new Set()).filter((r) => r.rapprochement.niveau !== 'homonyme')
    nombres.set(id, sures.length)
  }
  return nombres
}

async function feuilleter(tx: Tx, etablissementId: string, entree: InputOf<Op>) {
  const combien = entree.doublons ? FENETRE : PAR_PAGE
  const lues = await listerRegistre(tx, etablissementId, lireRepere(entree.apres), combien + 1)
  const page: readonly PersonneDuRegistre[] = lues.slice(0, combien)
  const dernier = page.at(-1)
  return {
    personnes: page.map(({ personne }) => personne),
    suite: lues.length > combien && dernier !== undefined ? ecrireRepere(dernier.repere) : null,
    tronquee: false,
  }
}

async function rechercher(tx: Tx, etablissementId: string, texte: string) {
  const recherche = { texte, courriel: '', personne: null }
  const trouvees = await trouverPersonnes(tx, etablissementId, recherche, TROUVEES + 1)
  return {
    personnes: trouvees.slice(0, TROUVEES).map(({ personne }) => personne),
    suite: null,
    tronquee: trouvees.length > TROUVEES,
  }
}

/**
 * The register, in the order of the names, or what a text finds; each with how many records it may be the same as. With
 * `doublons`, only those that may be: a call looks at so many names, and the next one goes on. Four statements at most.
 */
export async function lister(ctx: Contexte, entree: InputOf<Op>): Promise<Sortie> {
  const { etablissementId } = agentDe(ctx)
  const texte = entree.texte.trim()
  const page =
    texte === ''
      ? await feuilleter(ctx.tx, etablissementId, entree)
      : await rechercher(ctx.tx, etablissementId, texte)
  const doublons = await compterLesDoublons(ctx.tx, etablissementId, page.personnes)
  const personnes = page.personnes
    .map((personne) => ({
      ...versPersonneVue(personne),
      nombreDeDoublons: doublons.get(personne.id) ?? 0,
    }))
    .filter(({ nombreDeDoublons }) => !entree.doublons || nombreDeDoublons > 0)
  return { ...page, personnes }
}
