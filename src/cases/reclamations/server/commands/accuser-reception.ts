import {
  type ChampsDeLettre,
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
  type FaitEnregistre,
  listerFaits,
  obtenirDossier,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { dureeDe } from '#core/echeances/domain/duree.ts'
import { ajouterJours, formaterJour, type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { RECOURS_CONTENTIEUX } from '#core/echeances/domain/regles/silence.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import {
  type ContenuDAccuse,
  jourDuRejetImplicite,
  mentionsPortees,
  refusDAccuseIncomplet,
} from '../../domain/accuse.ts'
import { reclamation } from '../../domain/definition.ts'
import { destinataireDe } from '../../domain/destinataire.ts'
import { passageEnMots, silenceDe } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDAccuser } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { accuseReception, type ChampsDAccuse } from '../courriers/accuse-reception.ts'
import { auteurAJoindre } from '../courriers/destinataire.ts'
import { obtenirReclamation } from '../store.ts'
import { listerProvenances } from '../store-transmissions.ts'

type Op = typeof contract.accuserReception
type Entree = InputOf<Op>

interface Lu {
  readonly numero: string
  readonly objet: string
  readonly contenu: ContenuDAccuse
  readonly communs: ChampsDeLettre
  readonly reponsePrevueLe: string
  readonly transmisePar: string
  readonly date: JourCivil
  readonly choisi: ModeleChoisi<ChampsDAccuse>
  readonly destinataire: { readonly nom: string; readonly courriel: string }
  readonly signataireId: string | null
}

function refuserLAccuse(etat: string, faits: readonly FaitEnregistre[], aUnAuteur: boolean): void {
  refuserSi(refusDAccuser(situationDe(etat, faits, aUnAuteur)))
}

function verifierLeDelai({ piecesManquantes, produireAvant }: Entree, jour: string): void {
  if (produireAvant === null || piecesManquantes.trim() === '' || produireAvant > jour) return
  throw new AppError('invalid', {
    champs: { produireAvant: 'Laissez à la personne le temps de répondre : choisissez un jour à venir.' },
  })
}

async function lire(ctx: ContexteLibre, tx: Tx, entree: Entree): Promise<Lu> {
  const dossier = await obtenirDossier(tx, entree.id, entree.version)
  await obtenirReclamation(tx, entree.id)
  ctx.about({ dossierId: entree.id })
  const faits = await listerFaits(tx, entree.id)
  const personnes = await listerPersonnesDuDossier(tx, entree.id)
  const auteur = auteurAJoindre(personnes, entree.destinataireId)
  refuserLAccuse(dossier.etat, faits, auteur !== undefined)
  const destinataire = auteur === undefined ? null : destinataireDe(auteur, entree.canal)
  if (auteur === undefined || destinataire === null) return refuserSi({ code: 'adresse-manquante' })
  const provenances = await listerProvenances(tx, entree.id)
  const emetteur = await obtenirEtablissement(tx)
  const reglages = await lireReglages(tx, agentDe(ctx).etablissementId)
  const date = aujourdHui(ctx)
  verifierLeDelai(entree, date)
  const choix = { signataireId: null, jour: date }
  const signataire = await choisirSignataire(tx, accuseReception.code, choix)
  const prevue = ajouterJours(jourCivil(dossier.recuLe), reglages['echeances.cible-reponse-reclamation'])
  return {
    numero: dossier.numero,
    objet: dossier.objet,
    contenu: {
      recuLe: dossier.recuLe,
      silenceDepuis: silenceDe(dossier.recuLe, provenances).departLe,
      service: emetteur.serviceNom,
      adresse: emetteur.adresse,
      courriel: emetteur.courriel,
      telephone: emetteur.telephone,
      tribunal: emetteur.tribunal,
      piecesManquantes: entree.piecesManquantes,
      produireAvant: entree.produireAvant,
    },
    communs: champsDeLettre({ emetteur, destinataire, date, numero: dossier.numero, signataire }),
    destinataire: { nom: `${auteur.prenom} ${auteur.nom}`.trim(), courriel: auteur.courriel },
    signataireId: signataire?.id ?? null,
    date,
    transmisePar: provenances.map(passageEnMots).join(', et par '),
    // an expected day already behind us would only say that we are late
    reponsePrevueLe: prevue > date ? formaterJour(prevue) : '',
    choisi: await choisirModele(tx, accuseReception),
  }
}

function piecesEnMots({ piecesManquantes, produireAvant }: ContenuDAccuse): string {
  const pieces = piecesManquantes.trim()
  if (pieces === '' || produireAvant === null) return pieces
  return `${pieces}, à nous faire parvenir avant le ${formaterJour(jourCivil(produireAvant))}`
}

function champsDe({ contenu, communs, objet, reponsePrevueLe, transmisePar, date }: Lu): ChampsDAccuse {
  const incomplete = contenu.piecesManquantes.trim() !== ''
  const rejet = jourDuRejetImplicite(
    contenu.silenceDepuis,
    incomplete ? { du: date, jusquAu: contenu.produireAvant } : null,
  )
  return {
    ...communs,
    objet,
    recueLe: formaterJour(jourCivil(contenu.recuLe)),
    transmisePar,
    rejetImpliciteLe: rejet === null ? '' : formaterJour(rejet),
    rejetAVenir: rejet === null || rejet >= date,
    rejetAcquis: rejet !== null && rejet < date,
    delaiDeRecours: dureeDe(RECOURS_CONTENTIEUX),
    tribunal: contenu.tribunal,
    reponsePrevueLe,
    piecesManquantes: piecesEnMots(contenu),
  }
}

/**
 * Produces the acknowledgement as a .docx in the dossier. Refused while a mention of CRPA R. 112-5 / R. 112-11-1 is
 * missing, saying which and where to fill it in.
 */
export function accuserReception(d: DependancesDesCourriers) {
  return async (ctx: ContexteLibre, entree: Entree): Promise<OutputOf<Op>> => {
    const { id, canal } = entree
    const lu = await ctx.read((tx) => lire(ctx, tx, entree))
    const incomplet = refusDAccuseIncomplet(lu.contenu, canal)
    if (incomplet !== null)
      throw new AppError('refused', { refus: 'mentions-manquantes', message: incomplet.message })
    const courrier = await preparerCourrier(d, lu.choisi, {
      donnees: champsDe(lu),
      numero: lu.numero,
      maintenant: ctx.now,
    })
    return ctx.write(async (tx) => {
      const ecriture = { tx, principal: ctx.principal, now: ctx.now }
      await verrouillerDossier(tx, id, entree.version)
      const mentions = mentionsPortees(lu.contenu)
      const inscrit = await inscrireCourrier(ecriture, d, {
        dossierId: id,
        courrier,
        canal,
        mentions,
        destinataire: lu.destinataire,
        signataireId: lu.signataireId,
        remplaceLesPrecedents: true,
      })
      const version = await changerDossier(tx, id, {}, ctx.now)
      const { courrierId } = inscrit
      await enregistrerFait(ecriture, id, reclamation, {
        code: 'accuse-prepare',
        survenuLe: aujourdHui(ctx),
        details: { canal, courrierId, recuLe: lu.contenu.recuLe, silenceDepuis: lu.contenu.silenceDepuis },
      })
      return { id, version, ...inscrit }
    })
  }
}
