import {
  champsDeLettre,
  choisirModele,
  type DependancesDesCourriers,
  inscrireCourrier,
  type ModeleChoisi,
  preparerCourrier,
} from '#core/courriers/index.ts'
import {
  aujourdHui,
  changerDossier,
  enregistrerFaitSeul,
  listerFaits,
  obtenirDossier,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { destinataireDe } from '../../domain/destinataire.ts'
import { LIBELLES_DES_PROCEDURES } from '../../domain/labels.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { situationDe } from '../../domain/situation.ts'
import { estEnCours, refusDEnvoyerAilleurs, refusDOrienter } from '../../domain/transmission.ts'
import { auteurAJoindre } from '../courriers/destinataire.ts'
import { type ChampsDOrientation, orientation } from '../courriers/orientation.ts'
import { obtenirReclamation } from '../store.ts'
import { insererTransmission, listerTransmissions } from '../store-transmissions.ts'

type Op = typeof contract.orienter
type Entree = InputOf<Op>

interface Lu {
  readonly numero: string
  /** what the letter tells: corrected since, it no longer leaves */
  readonly recuLe: string
  readonly destinataire: { readonly nom: string; readonly courriel: string }
  readonly modele: ModeleChoisi<ChampsDOrientation>
  readonly champs: ChampsDOrientation
}

async function lire(ctx: ContexteLibre, tx: Tx, e: Entree): Promise<Lu> {
  const dossier = await obtenirDossier(tx, e.id, e.version)
  await obtenirReclamation(tx, e.id)
  ctx.about({ dossierId: e.id, details: { procedure: e.procedure, totale: e.estTotale } })
  const auteur = auteurAJoindre(await listerPersonnesDuDossier(tx, e.id), e.destinataireId)
  const situation = situationDe(dossier.etat, await listerFaits(tx, e.id), auteur !== undefined)
  const enCours = (await listerTransmissions(tx, e.id)).filter(estEnCours)
  refuserSi(
    refusDEnvoyerAilleurs(
      situation,
      enCours.some((t) => t.estTotale),
    ),
  )
  refuserSi(refusDOrienter(situation, e, enCours.length))
  const destinataire = auteur === undefined ? null : destinataireDe(auteur, e.canal)
  if (auteur === undefined || destinataire === null) return refuserSi({ code: 'adresse-manquante' })
  const emetteur = await obtenirEtablissement(tx)
  const { numero, objet } = dossier
  return {
    numero,
    recuLe: dossier.recuLe,
    destinataire: { nom: `${auteur.prenom} ${auteur.nom}`.trim(), courriel: auteur.courriel },
    modele: await choisirModele(tx, orientation),
    champs: {
      ...champsDeLettre({ emetteur, destinataire, date: aujourdHui(ctx), numero }),
      objet,
      recueLe: formaterJour(jourCivil(dossier.recuLe)),
      indemnisation: e.procedure === 'indemnisation',
      accesDossier: e.procedure === 'acces-dossier',
      objetOriente: e.objet,
      serviceCompetent: e.service,
      coordonnees: e.coordonnees,
      totale: e.estTotale,
      partielle: !e.estTotale,
    },
  }
}

/** Makes the letter that tells the person which procedure of the hospital her request follows. Nothing is opened there. */
export function orienter(d: DependancesDesCourriers) {
  return async (ctx: ContexteLibre, e: Entree): Promise<OutputOf<Op>> => {
    const lu = await ctx.read((tx) => lire(ctx, tx, e))
    const courrier = await preparerCourrier(d, lu.modele, {
      donnees: lu.champs,
      numero: lu.numero,
      maintenant: ctx.now,
    })
    return ctx.write(async (tx) => {
      const ecriture = { tx, principal: ctx.principal, now: ctx.now }
      await verrouillerDossier(tx, e.id, e.version)
      const { courrierId } = await inscrireCourrier(ecriture, d, {
        dossierId: e.id,
        courrier,
        canal: e.canal,
        mentions: [],
        destinataire: lu.destinataire,
        signataireId: null,
        remplaceLesPrecedents: false,
      })
      const version = await changerDossier(tx, e.id, {}, ctx.now)
      const id = uuidv7(ctx.now.getTime())
      const procedure = LIBELLES_DES_PROCEDURES[e.procedure].toLocaleLowerCase('fr')
      const faitId = await enregistrerFaitSeul(ecriture, e.id, {
        code: 'orientation-preparee',
        survenuLe: aujourdHui(ctx),
        details: { transmissionId: id, precision: `${procedure}, ${e.service}`, recuLe: lu.recuLe },
      })
      await insererTransmission(tx, {
        id,
        dossierId: e.id,
        nature: e.procedure,
        correspondantId: null,
        destinataire: e.service,
        coordonnees: [e.coordonnees],
        estTotale: e.estTotale,
        objet: e.objet,
        avecDonneesDeSante: false,
        pieces: [],
        faitId,
        courrierId: null,
        avisId: courrierId,
        prepareeA: ctx.now,
        prepareePar: agentDe(ctx).agentId,
      })
      return { id: e.id, version }
    })
  }
}
