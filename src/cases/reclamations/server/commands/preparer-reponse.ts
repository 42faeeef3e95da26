import {
  champsDeLettre,
  choisirModele,
  choisirSignataire,
  type DependancesDesCourriers,
  inscrireCourrier,
  type ModeleChoisi,
  preparerCourrier,
} from '#core/courriers/index.ts'
import {
  aujourdHui,
  changerDossier,
  enregistrerFait,
  listerFaits,
  obtenirDossier,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { typographier } from '#core/echeances/domain/typographie.ts'
import type { ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier, type Participant } from '#core/personnes/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { destinataireDe } from '../../domain/destinataire.ts'
import { CONSTATS_POUR_LA_PERSONNE, REFUS } from '../../domain/labels.ts'
import { passageEnMots } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import {
  aUnGriefFonde,
  estADire,
  estRealisee,
  type GriefsDits,
  griefsADire,
  griefsDeLaReponsePartie,
  mesureEnMots,
  refusDePreparerLaReponse,
  voiesDeRecours,
} from '../../domain/reponse.ts'
import { situationDe } from '../../domain/situation.ts'
import { auteurAJoindre } from '../courriers/destinataire.ts'
import { griefConclu } from '../courriers/griefs-conclus.ts'
import { type ChampsDeReponse, MENTIONS_LEGALES, reponse } from '../courriers/reponse.ts'
import { obtenirReclamation } from '../store.ts'
import { type Grief, listerGriefs } from '../store-griefs.ts'
import { listerMesures, type Mesure } from '../store-mesures.ts'
import { listerProvenances } from '../store-transmissions.ts'

type Op = typeof contract.preparerReponse
type Entree = InputOf<Op>

interface Lu {
  readonly numero: string
  readonly choisi: ModeleChoisi<ChampsDeReponse>
  readonly champs: ChampsDeReponse
  readonly dits: GriefsDits
  readonly destinataire: { readonly nom: string; readonly courriel: string }
  readonly signataireId: string
}

/** How the person is addressed, when they said so. */
const APPELS: Readonly<Record<string, string>> = { mme: 'Madame', m: 'Monsieur' }
const APPEL_INCONNU = 'Madame, Monsieur'

/** The griefs of a complaint that may be answered, and to whom. */
async function exigerDeRepondre(
  tx: Tx,
  e: Entree,
  etat: string,
): Promise<{
  readonly griefs: readonly Grief[]
  readonly auteur: Participant
  readonly lignes: readonly string[]
}> {
  const personnes = await listerPersonnesDuDossier(tx, e.id)
  const { griefs } = await listerGriefs(tx, e.id)
  const auteur = auteurAJoindre(personnes, e.destinataireId)
  const faits = await listerFaits(tx, e.id)
  const situation = situationDe(etat, faits, auteur !== undefined)
  const conclus = griefs.map(griefConclu)
  refuserSi(refusDePreparerLaReponse(situation, conclus, griefsDeLaReponsePartie(faits)))
  const lignes = auteur === undefined ? null : destinataireDe(auteur, e.canal)
  if (auteur === undefined || lignes === null) return refuserSi({ code: 'adresse-manquante' })
  return { griefs, auteur, lignes }
}

/** The measures the letter tells: those asked, all of them still standing. */
async function mesuresADire(tx: Tx, { id, mesures: demandees }: Entree): Promise<readonly Mesure[]> {
  const choisies = (await listerMesures(tx, id)).filter((m) => demandees.includes(m.id) && estADire(m))
  if (choisies.length === new Set(demandees).size) return choisies
  return refuserSi({ code: 'mesure-indisponible' }, 'mesures')
}

async function nomsDesPieces(tx: Tx, { id, canal, pieces }: Entree): Promise<{ nom: string }[]> {
  if (pieces.length === 0) return []
  if (canal === 'electronique') return refuserSi({ code: 'pieces-en-papier' }, 'pieces')
  const connues = await listerPieces(tx, id)
  return pieces.map((pieceId) => {
    const piece = connues.find((p) => p.id === pieceId)
    if (piece === undefined) throw new AppError('not-found')
    return { nom: piece.nom }
  })
}

function recours(tribunal: string, { avecVoiesDeRecours }: Entree): string {
  if (!avecVoiesDeRecours) return ''
  if (tribunal.trim() !== '') return typographier(voiesDeRecours(tribunal))
  throw new AppError('invalid', { champs: { avecVoiesDeRecours: REFUS['tribunal-manquant'] } })
}

const griefDit = ({ rang, intitule, constat, reponse: mots }: Grief): ChampsDeReponse['griefs'][number] => ({
  rang: String(rang),
  intitule,
  constat: constat === null ? '' : CONSTATS_POUR_LA_PERSONNE[constat],
  reponse: mots,
})

const enLignes = (mesures: readonly Mesure[]): { mesure: string }[] =>
  mesures.map((m) => ({ mesure: mesureEnMots(m) }))

async function lire(ctx: ContexteLibre, tx: Tx, e: Entree): Promise<Lu> {
  const dossier = await obtenirDossier(tx, e.id, e.version)
  await obtenirReclamation(tx, e.id)
  ctx.about({ dossierId: e.id })
  const { griefs, auteur, lignes } = await exigerDeRepondre(tx, e, dossier.etat)
  const mesures = await mesuresADire(tx, e)
  const date = aujourdHui(ctx)
  const emetteur = await obtenirEtablissement(tx)
  const signataire = await choisirSignataire(tx, reponse.code, { signataireId: e.signataireId, jour: date })
  // signed by someone else than whom it names, it would have to be made again
  if (signataire === null) return refuserSi({ code: 'signataire-a-choisir' }, 'signataireId')
  const { numero, objet } = dossier
  return {
    numero,
    choisi: await choisirModele(tx, reponse),
    dits: griefsADire(griefs.map(griefConclu)),
    destinataire: { nom: `${auteur.prenom} ${auteur.nom}`.trim(), courriel: auteur.courriel },
    signataireId: signataire.id,
    champs: {
      ...champsDeLettre({ emetteur, destinataire: lignes, date, numero, signataire }),
      objet,
      recueLe: formaterJour(jourCivil(dossier.recuLe)),
      transmisePar: (await listerProvenances(tx, e.id)).map(passageEnMots).join(', et par '),
      griefs: griefs.map(griefDit),
      auMoinsUnFonde: aUnGriefFonde(griefs),
      appel: APPELS[auteur.civilite] ?? APPEL_INCONNU,
      changeQuelqueChose: mesures.length > 0,
      aDesMesuresPrises: mesures.some(estRealisee),
      mesuresPrises: enLignes(mesures.filter(estRealisee)),
      aDesMesuresPromises: mesures.some((m) => !estRealisee(m)),
      mesuresPromises: enLignes(mesures.filter((m) => !estRealisee(m))),
      ...MENTIONS_LEGALES,
      voiesDeRecours: recours(emetteur.tribunal, e),
      aDesPieces: e.pieces.length > 0,
      pieces: await nomsDesPieces(tx, e),
    },
  }
}

/**
 * Makes the answer, grief by grief, as a .docx of the dossier: to be approved, signed and sent like any letter. Refused while a
 * grief lacks its finding or its words. @source CSP, art. R. 1112-92
 */
export function preparerReponse(d: DependancesDesCourriers) {
  return async (ctx: ContexteLibre, e: Entree): Promise<OutputOf<Op>> => {
    const { id, canal } = e
    const lu = await ctx.read((tx) => lire(ctx, tx, e))
    const { numero, champs: donnees, dits } = lu
    const courrier = await preparerCourrier(d, lu.choisi, { donnees, numero, maintenant: ctx.now })
    return ctx.write(async (tx) => {
      const ecriture = { tx, principal: ctx.principal, now: ctx.now }
      await verrouillerDossier(tx, id, e.version)
      const inscrit = await inscrireCourrier(ecriture, d, {
        dossierId: id,
        courrier,
        canal,
        mentions: [],
        destinataire: lu.destinataire,
        signataireId: lu.signataireId,
        remplaceLesPrecedents: true,
      })
      const version = await changerDossier(tx, id, {}, ctx.now)
      await enregistrerFait(ecriture, id, reclamation, {
        code: 'reponse-preparee',
        survenuLe: aujourdHui(ctx),
        details: { canal, courrierId: inscrit.courrierId, griefs: dits, mesures: e.mesures },
      })
      return { id, version, ...inscrit }
    })
  }
}
