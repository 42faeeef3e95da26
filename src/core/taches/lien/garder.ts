import type { ContexteLibre } from '#core/journal/index.ts'
import {
  joindreALaTache,
  listerPiecesDesTaches,
  REFUS_DES_PIECES,
  retirerDeLaTache,
  retirerObjets,
} from '#core/pieces/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { type BrouillonGarde, garderBrouillon } from '../brouillon.ts'
import type { DependancesDesTaches } from '../dependances.ts'
import { REFUS_DES_TACHES, refusDEnvoyer } from '../domain/rules.ts'
import { pageDeDemande } from '../html/page-de-demande.ts'
import { pageFermee } from '../html/page-fermee.ts'
import { verrouillerTache } from '../store.ts'
import {
  type FichierRefuse,
  type FormulaireRecu,
  lireFormulaire,
  lireSaisie,
  type Saisie,
} from './formulaire.ts'
import { auteurDuLien, type DemandeDuLien, lireDemandeDuLien } from './porteur.ts'

/** What became of a form: kept, or why not, and what the store need not keep. */
interface Suite {
  /** someone answered, or the request was cancelled, while the form was on its way */
  readonly fin: 'repondu' | 'annule' | null
  readonly garde: BrouillonGarde | null
  readonly refusees: readonly FichierRefuse[]
  readonly inutiles: readonly string[]
}

/** Texts only when they may be kept; files in any case: they would have to be chosen again. */
async function inscrire(
  ctx: ContexteLibre,
  tx: Tx,
  { tache, sujets }: DemandeDuLien,
  { recu, saisie }: { recu: FormulaireRecu; saisie: Saisie },
): Promise<Suite> {
  const { etat } = await verrouillerTache(tx, tache.id, null)
  if (etat !== 'demandee') {
    const fin = etat === 'repondue' ? 'repondu' : 'annule'
    return { fin, garde: null, refusees: [], inutiles: recu.pieces.map(({ objet }) => objet.key) }
  }
  const peutGarder = Object.keys(saisie.erreurs).length === 0
  const garde = peutGarder ? await garderBrouillon(tx, { id: tache.id, sujets }, saisie.ecrit, ctx.now) : null
  const refusees: FichierRefuse[] = []
  const inutiles: string[] = []
  for (const piece of recu.pieces) {
    const a = { acteur: ctx.principal, tacheId: tache.id, maintenant: ctx.now }
    const issue = await joindreALaTache(tx, piece, a)
    if (issue !== 'jointe') inutiles.push(piece.objet.key)
    if (issue === 'trop') refusees.push({ nom: piece.nom, message: REFUS_DES_PIECES['trop-de-pieces'] })
  }
  const retiree = saisie.retirer === null ? null : await retirerDeLaTache(tx, tache.id, saisie.retirer)
  return { fin: null, garde, refusees, inutiles: retiree === null ? inutiles : [...inutiles, retiree] }
}

/** Field by field, what keeps the page from going on. */
function erreursDe({ tache }: DemandeDuLien, saisie: Saisie): Readonly<Record<string, string>> {
  const manques = saisie.geste === 'relire' ? refusDEnvoyer(tache.nature, saisie.ecrit) : {}
  return {
    ...Object.fromEntries(
      Object.entries(manques).map(([champ, { code }]) => [champ, REFUS_DES_TACHES[code]]),
    ),
    ...saisie.erreurs,
  }
}

/** Typed on a link that closed meanwhile: nothing is kept, and the text is given back to be copied. */
async function rendreLeTexte(d: DependancesDesTaches, ctx: ContexteLibre): Promise<PageAnswer> {
  const porteur = auteurDuLien(ctx)
  const etablissement = await ctx.read(obtenirEtablissement)
  const { textes } = await lireFormulaire(d, ctx, { garder: false })
  return pageFermee({ situation: porteur.situation, etablissement, ecrits: ecritsDe(lireSaisie(textes)) })
}

const ecritsDe = ({ ecrit: { reponse, reponses } }: Saisie): string[] =>
  [...Object.values(reponses), reponse].filter((texte) => texte.trim() !== '')

/** The page again, with everything typed and what is to be corrected; null when there is nothing to say. */
async function pageACorriger(
  ctx: ContexteLibre,
  lue: DemandeDuLien,
  saisie: Saisie,
  suite: Suite,
): Promise<PageAnswer | null> {
  const { garde, refusees } = suite
  const erreurs = erreursDe(lue, saisie)
  const conflit = garde?.conflit ?? null
  if (conflit === null && refusees.length === 0 && Object.keys(erreurs).length === 0) return null
  const pieces = await ctx.read((tx) => listerPiecesDesTaches(tx, [lue.tache.id]))
  const html = pageDeDemande({
    ...lue,
    pieces,
    ecrit: { ...saisie.ecrit, version: versionDe(garde, saisie), modifieA: null },
    erreurs,
    refusees,
    conflit,
    perdu: garde === null || conflit !== null,
    maintenant: ctx.now,
    fuseau: auteurDuLien(ctx).fuseau,
  })
  return { html, status: conflit === null ? 422 : 409 }
}

/** Sent again, the page writes over what it shows. */
function versionDe(garde: BrouillonGarde | null, { ecrit }: Saisie): number {
  if (garde === null) return ecrit.version
  return garde.conflit === null ? garde.version : garde.conflit.version
}

/** What the store keeps of a form that failed is nobody's; after an unknown failure it is left to the sweep. */
const oublierSi =
  (d: DependancesDesTaches, { pieces }: FormulaireRecu) =>
  async (error: unknown): Promise<never> => {
    const objets = pieces.map(({ objet }) => objet)
    if (error instanceof AppError) await retirerObjets(d.fichiers, objets)
    throw error
  }

/**
 * Keeps an answer in preparation, its texts and its files. Goes on to the reading over when asked and complete; otherwise the
 * page comes back with everything typed and what is to be corrected.
 */
export const garderParLien =
  (d: DependancesDesTaches) =>
  async (ctx: ContexteLibre): Promise<PageAnswer> => {
    if (auteurDuLien(ctx).situation !== 'ouvert') return rendreLeTexte(d, ctx)
    const lue = await ctx.read((tx) => lireDemandeDuLien(ctx, tx))
    const recu = await lireFormulaire(d, ctx, { garder: true })
    const saisie = lireSaisie(recu.textes)
    const suite = await ctx.write((tx) => inscrire(ctx, tx, lue, { recu, saisie })).catch(oublierSi(d, recu))
    for (const cle of suite.inutiles) await d.fichiers.remove(cle)
    const { etablissement } = lue
    if (suite.fin !== null)
      return pageFermee({ situation: suite.fin, etablissement, ecrits: ecritsDe(saisie) })
    const refusees = [...recu.refusees, ...suite.refusees]
    const page = await pageACorriger(ctx, lue, saisie, { ...suite, refusees })
    return page ?? { seeOther: saisie.geste === 'relire' ? '/relire' : '?note=garde' }
  }
