import {
  type ChampsDeLettre,
  type CourrierAInscrire,
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
  enregistrerFait,
  listerFaits,
  obtenirDossier,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier, type Participant } from '#core/personnes/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import {
  type CorrespondantEnBase,
  obtenirEtablissement,
  trouverCorrespondant,
} from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { destinataireDe } from '../../domain/destinataire.ts'
import { silenceDe } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { type JoursDits, situationDe } from '../../domain/situation.ts'
import {
  articleDeTransmission,
  estEnCours,
  refusDEnvoyerAilleurs,
  refusDeTransmettre,
} from '../../domain/transmission.ts'
import { avisDeTransmission, type ChampsDAvis } from '../courriers/avis-de-transmission.ts'
import { auteurAJoindre } from '../courriers/destinataire.ts'
import { type ChampsDeTransmission, transmission } from '../courriers/transmission.ts'
import { obtenirReclamation } from '../store.ts'
import { insererTransmission, listerProvenances, listerTransmissions } from '../store-transmissions.ts'
import { lireConsentements } from './lire-consentements.ts'

type Op = typeof contract.transmettre
type Entree = InputOf<Op>

interface Lu {
  readonly numero: string
  /** what both letters tell: corrected since, they no longer leave */
  readonly jours: JoursDits
  readonly correspondant: CorrespondantEnBase
  readonly lettre: ModeleChoisi<ChampsDeTransmission>
  readonly champs: ChampsDeTransmission
  /** null when nobody can be told: an anonymous complaint */
  readonly avis: {
    readonly destinataire: CourrierAInscrire['destinataire']
    readonly modele: ModeleChoisi<ChampsDAvis>
    readonly champs: ChampsDAvis
  } | null
}

/** Lines of the envelope, or the name and the e-mail address. */
function lignesDe(c: CorrespondantEnBase, canal: Entree['canal']): readonly string[] | null {
  if (canal === 'electronique') return c.courriel === '' ? null : [c.nom, c.courriel]
  return c.adresse.length === 0 ? null : [c.nom, ...c.adresse]
}

async function exigerCorrespondant(tx: Tx, id: string): Promise<CorrespondantEnBase> {
  const correspondant = await trouverCorrespondant(tx, id)
  if (correspondant !== null && !correspondant.estRetire) return correspondant
  throw new AppError('invalid', {
    champs: { correspondantId: 'Ce correspondant n’est plus proposé : choisissez-en un autre.' },
  })
}

async function refuser(
  ctx: ContexteLibre,
  tx: Tx,
  e: Entree,
  lu: { etat: string; nature: CorrespondantEnBase['nature']; personnes: Participant[] },
): Promise<void> {
  const enCours = (await listerTransmissions(tx, e.id)).filter(estEnCours)
  const situation = situationDe(lu.etat, await listerFaits(tx, e.id), true)
  refuserSi(
    refusDEnvoyerAilleurs(
      situation,
      enCours.some((t) => t.estTotale),
    ),
  )
  refuserSi(
    refusDeTransmettre(
      { ...e, nature: lu.nature },
      {
        consentements: await lireConsentements(tx, e.id, lu.personnes, aujourdHui(ctx)),
        transmissionsEnCours: enCours.length,
      },
    ),
  )
}

async function nomsDesPieces(tx: Tx, e: Entree): Promise<{ nom: string }[]> {
  const connues = await listerPieces(tx, e.id)
  return e.pieces.map((id) => {
    const piece = connues.find((p) => p.id === id)
    if (piece === undefined) throw new AppError('not-found')
    return { nom: piece.nom }
  })
}

async function lire(ctx: ContexteLibre, tx: Tx, e: Entree): Promise<Lu> {
  const dossier = await obtenirDossier(tx, e.id, e.version)
  await obtenirReclamation(tx, e.id)
  const correspondant = await exigerCorrespondant(tx, e.correspondantId)
  ctx.about({ dossierId: e.id, details: { nature: correspondant.nature, totale: e.estTotale } })
  const personnes = await listerPersonnesDuDossier(tx, e.id)
  await refuser(ctx, tx, e, { etat: dossier.etat, nature: correspondant.nature, personnes })
  const lignes = lignesDe(correspondant, e.canal)
  if (lignes === null) return refuserSi({ code: 'correspondant-sans-adresse' })
  const auteur = auteurAJoindre(personnes, e.destinataireId)
  const lignesDeLAvis = auteur === undefined ? null : destinataireDe(auteur, e.canalDeLAvis)
  if (auteur !== undefined && lignesDeLAvis === null) return refuserSi({ code: 'adresse-manquante' })
  const emetteur = await obtenirEtablissement(tx)
  const date = aujourdHui(ctx)
  const { numero, objet } = dossier
  const { departLe } = silenceDe(dossier.recuLe, await listerProvenances(tx, e.id))
  const article = articleDeTransmission(correspondant.nature, date)
  const commun = {
    objet,
    recueLe: formaterJour(jourCivil(dossier.recuLe)),
    objetTransmis: e.objet,
    totale: e.estTotale,
    partielle: !e.estTotale,
    article,
    silenceDepuis: article === '' ? '' : formaterJour(departLe),
  }
  const entete = (destinataire: readonly string[]): ChampsDeLettre =>
    champsDeLettre({ emetteur, destinataire, date, numero })
  return {
    numero,
    jours: { recuLe: dossier.recuLe, silenceDepuis: article === '' ? null : departLe },
    correspondant,
    lettre: await choisirModele(tx, transmission),
    champs: {
      ...entete(lignes),
      ...commun,
      auteur: auteur === undefined ? 'une personne qui n’a pas donné son nom' : nomDe(auteur),
      accordDeLaPersonne: article === '' && e.estAccordee,
      donneesDeSante: e.avecDonneesDeSante,
      aDesPieces: e.pieces.length > 0,
      pieces: await nomsDesPieces(tx, e),
    },
    avis:
      auteur === undefined || lignesDeLAvis === null
        ? null
        : {
            destinataire: { nom: `${auteur.prenom} ${auteur.nom}`.trim(), courriel: auteur.courriel },
            modele: await choisirModele(tx, avisDeTransmission),
            champs: {
              ...entete(lignesDeLAvis),
              ...commun,
              organisme: correspondant.nom,
              coordonnees: coordonneesDe(correspondant).map((ligne) => ({ ligne })),
            },
          },
  }
}

const CIVILITES = { '': '', mme: 'Madame', m: 'Monsieur' } as const
const nomDe = ({ civilite, prenom, nom }: Participant): string =>
  [CIVILITES[civilite], prenom, nom].filter((mot) => mot !== '').join(' ')

const coordonneesDe = ({ adresse, courriel }: CorrespondantEnBase): string[] =>
  [...adresse, courriel].filter((ligne) => ligne !== '')

/**
 * Makes the letter to the competent administration and the one that tells the person. Nothing closes before both have
 * left. @source CRPA, art. L. 114-2
 */
export function transmettre(d: DependancesDesCourriers) {
  return async (ctx: ContexteLibre, e: Entree): Promise<OutputOf<Op>> => {
    const lu = await ctx.read((tx) => lire(ctx, tx, e))
    const { numero } = lu
    const lettre = await preparerCourrier(d, lu.lettre, { donnees: lu.champs, numero, maintenant: ctx.now })
    const avis =
      lu.avis === null
        ? null
        : await preparerCourrier(d, lu.avis.modele, { donnees: lu.avis.champs, numero, maintenant: ctx.now })
    return ctx.write(async (tx) => {
      const ecriture = { tx, principal: ctx.principal, now: ctx.now }
      await verrouillerDossier(tx, e.id, e.version)
      const inscrire = async (
        a: Pick<CourrierAInscrire, 'courrier' | 'canal' | 'destinataire'>,
      ): Promise<string> => {
        const reste = { dossierId: e.id, mentions: [], signataireId: null, remplaceLesPrecedents: false }
        return (await inscrireCourrier(ecriture, d, { ...a, ...reste })).courrierId
      }
      const courrierId = await inscrire({ courrier: lettre, canal: e.canal, destinataire: lu.correspondant })
      const avisId =
        avis === null || lu.avis === null
          ? null
          : await inscrire({ courrier: avis, canal: e.canalDeLAvis, destinataire: lu.avis.destinataire })
      const version = await changerDossier(tx, e.id, {}, ctx.now)
      const { nom, nature } = lu.correspondant
      const id = uuidv7(ctx.now.getTime())
      const faitId = await enregistrerFait(ecriture, e.id, reclamation, {
        code: 'transmission-preparee',
        survenuLe: aujourdHui(ctx),
        details: {
          transmissionId: id,
          precision: e.estTotale ? `en entier, à ${nom}` : `en partie, à ${nom}`,
          ...lu.jours,
        },
      })
      await insererTransmission(tx, {
        id,
        dossierId: e.id,
        nature,
        correspondantId: lu.correspondant.id,
        destinataire: nom,
        coordonnees: coordonneesDe(lu.correspondant),
        estTotale: e.estTotale,
        objet: e.objet,
        avecDonneesDeSante: e.avecDonneesDeSante,
        pieces: e.pieces,
        faitId,
        courrierId,
        avisId,
        prepareeA: ctx.now,
        prepareePar: agentDe(ctx).agentId,
      })
      return { id: e.id, version }
    })
  }
}
