import type { CourrierVu } from '#core/courriers/index.ts'
import type { FaitEnregistre } from '#core/dossiers/index.ts'
import { SILENCE_VAUT_REJET } from '#core/echeances/domain/regles/silence.ts'
import type { ReclamationVue, TransmissionVue } from '../../contract.ts'
import { passageEnMots, silenceDe } from '../../domain/provenance.ts'
import { dernierFaitDe } from '../../domain/situation.ts'
import { estPartie } from '../../domain/transmission.ts'
import type { ProvenanceEnBase, TransmissionEnBase } from '../store-transmissions.ts'

/** Who handed the complaint over, and whether what they asked for left. */
export function provenancesVues(
  provenances: readonly ProvenanceEnBase[],
  faits: readonly FaitEnregistre[],
): ReclamationVue['provenances'] {
  return provenances.map((p) => ({
    ...p,
    passage: passageEnMots(p),
    explicationsEnvoyeesLe:
      dernierFaitDe(faits, ['explications-envoyees'], ['provenanceId', p.id])?.survenuLe ?? null,
  }))
}

function situationDeTransmission(t: TransmissionEnBase): TransmissionVue['situation'] {
  if (t.estAbandonnee) return 'abandonnee'
  return estPartie(t) ? 'partie' : 'a-envoyer'
}

/** Where the complaint was sent on, with the letters that have not left. */
export function transmissionsVues(
  transmissions: readonly TransmissionEnBase[],
  courriers: readonly CourrierVu[],
): TransmissionVue[] {
  return transmissions.map((t) => ({
    id: t.id,
    nature: t.nature,
    destinataire: t.destinataire,
    estTotale: t.estTotale,
    objet: t.objet,
    situation: situationDeTransmission(t),
    lettres: [t.courrierId, t.avisId].flatMap((id) => {
      const courrier = courriers.find((c) => c.id === id && c.envoyeLe === null)
      return courrier === undefined
        ? []
        : [{ courrierId: courrier.id, pieceId: courrier.pieceId, libelle: courrier.libelle }]
    }),
    envoyeeLe: t.envoyeeLe,
    aviseeLe: t.aviseeLe,
  }))
}

/** What silence would become, and the readings of the law when two are defensible. */
export function silenceVu(
  recuLe: string,
  provenances: readonly ProvenanceEnBase[],
): ReclamationVue['silence'] {
  return {
    ...silenceDe(recuLe, provenances),
    article: SILENCE_VAUT_REJET.articleDuDepart,
    lectures: SILENCE_VAUT_REJET.lectures.map(({ libelle, texte }) => ({ libelle, texte })),
  }
}
