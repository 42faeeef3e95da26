import { estJourCivil } from '#core/echeances/domain/jour-civil.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { FENETRE_DE_RECHERCHE } from './domain/recherche.ts'
import { aujourdHui } from './ecriture.ts'
import { versLigne } from './lignes.ts'
import { type Trouvailles, trouverPassages } from './passages.ts'
import type { DependancesDesDossiers } from './registre.ts'
import {
  type DossierListe,
  type Lecteur,
  listerDossiers,
  listerDossiersParIds,
  type Repere,
  repereDe,
} from './store-listes.ts'
import { chercherIds } from './store-recherche.ts'

type Entree = InputOf<typeof contract.lister>
interface Page {
  readonly dossiers: readonly DossierListe[]
  readonly suite: string | null
  readonly tronquee: boolean
  readonly trouvailles: Trouvailles
}

const SANS_RECHERCHE: Trouvailles = { surlignes: [], passages: {} }

const REPERE = /^(\d{4}-\d{2}-\d{2}|infinity)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const RANG = /^r_(\d{1,3})$/

const illisible = (): AppError =>
  new AppError('invalid', { champs: { apres: 'Cette suite de liste n’existe pas.' } })

function lireRepere(apres: string | undefined): Repere | null {
  if (apres === undefined) return null
  const [, le, id] = REPERE.exec(apres) ?? []
  if (le === undefined || id === undefined) throw illisible()
  if (le !== 'infinity' && (!estJourCivil(le) || le < '0001')) throw illisible()
  return { le, id }
}

async function pageDeListe(ctx: Contexte, entree: Entree, lecteur: Lecteur): Promise<Page> {
  const lus = await listerDossiers(ctx.tx, entree, lecteur, lireRepere(entree.apres), entree.limite + 1)
  const dossiers = lus.slice(0, entree.limite)
  const dernier = dossiers.at(-1)
  if (lus.length <= entree.limite || dernier === undefined)
    return { dossiers, suite: null, tronquee: false, trouvailles: SANS_RECHERCHE }
  const { le, id } = repereDe(dernier, entree)
  return { dossiers, suite: `${le}_${id}`, tronquee: false, trouvailles: SANS_RECHERCHE }
}

/** Results of a search, best first: at most the rank window, so their position is enough to page through them. */
async function pageDeRecherche(
  ctx: Contexte,
  entree: Entree,
  lecteur: Lecteur,
  saisi: string,
): Promise<Page> {
  const [, rang] = entree.apres === undefined ? ['', '0'] : (RANG.exec(entree.apres) ?? [])
  if (rang === undefined) throw illisible()
  const depart = Number(rang)
  const ids = await chercherIds(ctx.tx, lecteur.etablissementId, saisi)
  const part = { depart, limite: entree.limite + 1 }
  const lus = await listerDossiersParIds(ctx.tx, ids, entree, lecteur, part)
  const suite = lus.length > entree.limite ? `r_${depart + entree.limite}` : null
  const dossiers = lus.slice(0, entree.limite)
  const trouvailles = await trouverPassages(
    ctx.tx,
    dossiers.map(({ id }) => id),
    saisi,
  )
  return { dossiers, suite, tronquee: ids.length >= FENETRE_DE_RECHERCHE, trouvailles }
}

/** A page of dossiers of the perimeter: filtered and newest first, or found by words and best first. */
export function lister(d: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: Entree): Promise<OutputOf<typeof contract.lister>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    const jour = aujourdHui(ctx)
    const lecteur = { agentId, etablissementId, aujourdHui: jour }
    const saisi = entree.recherche?.trim() ?? ''
    const { dossiers, suite, tronquee, trouvailles } =
      saisi === ''
        ? await pageDeListe(ctx, entree, lecteur)
        : await pageDeRecherche(ctx, entree, lecteur, saisi)
    const seuil = (await lireReglages(ctx.tx, etablissementId))['echeances.seuil-proche']
    const lignes = dossiers.map((x) => versLigne(x, d.registre, jour, seuil))
    return { dossiers: lignes, suite, tronquee, ...trouvailles }
  }
}
