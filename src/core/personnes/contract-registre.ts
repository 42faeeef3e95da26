import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { texte } from '#platform/texte.ts'
import { consentementVu, personneTrouvee, personneVue } from './contract-personne.ts'

const operation = operationFor<PermissionDuSocle>()

/** A merge that may still be undone, or was. */
export const fusionVue = z.object({
  id: z.uuid(),
  /** the record that no longer shows */
  absorbee: z.string(),
  faiteA: z.string(),
  par: z.string().nullable(),
  motif: z.string(),
  annuleeA: z.string().nullable(),
})

/** The INS or NIR as a page shows it: hidden but for its end, and what it contradicts. */
export const identifiantVu = z.object({
  masque: z.string(),
  divergences: z.array(z.enum(['annee-de-naissance', 'mois-de-naissance', 'civilite'])),
  peutLire: z.boolean(),
})

/** The register of people: everyone of the reader's perimeter, one page each. */
export const contratDuRegistre = {
  lister: operation({
    method: 'POST',
    path: '/personnes/lister',
    permission: 'personnes.consulter',
    audit: 'personnes-listees',
    readOnly: true,
    input: z.object({
      /** a name as it is spelled or as it sounds, an e-mail, a phone number, an INS */
      texte: texte({ max: 200 }),
      /** only those another record goes together with */
      doublons: z.boolean(),
      apres: texte({ max: 400 }).optional(),
    }),
    output: z.object({
      personnes: z.array(
        personneVue.extend({
          /** the other records it goes together with, homonyms left out */
          nombreDeDoublons: z.int(),
        }),
      ),
      suite: z.string().nullable(),
      /** more were found than are shown */
      tronquee: z.boolean(),
    }),
  }),
  obtenir: operation({
    method: 'GET',
    path: '/personnes/:id',
    permission: 'personnes.consulter',
    audit: 'personne-consultee',
    input: z.object({ id: z.uuid() }),
    output: z.object({
      personne: personneVue,
      identifiant: identifiantVu.nullable(),
      /** why an INS cannot be recorded, in words, or null */
      refusDIdentifier: z.string().nullable(),
      consentements: z.array(consentementVu),
      /** other records it may be, the surest first; homonyms last */
      rapprochements: z.array(personneTrouvee),
      /** those an agent said are someone else */
      distinguees: z.array(personneVue),
      fusions: z.array(fusionVue),
    }),
  }),
  /** Records the INS or NIR of a patient, in place of what it was; empty, erases it. */
  identifier: operation({
    method: 'POST',
    path: '/personnes/:id/identifiant',
    permission: 'personnes.modifier',
    audit: 'identifiant-enregistre',
    input: z.object({ id: z.uuid(), matricule: texte({ max: 40 }) }),
    output: z.object({}),
  }),
  /** The whole number: each reading is in the journal. */
  lireIdentifiant: operation({
    method: 'POST',
    path: '/personnes/:id/identifiant/lire',
    permission: 'personnes.lire-l-identifiant',
    audit: 'identifiant-lu',
    readOnly: true,
    input: z.object({ id: z.uuid() }),
    output: z.object({ matricule: z.string() }),
  }),
  /** They are two people: no longer suggested to each other. */
  distinguer: operation({
    method: 'POST',
    path: '/personnes/:id/distinguer',
    permission: 'personnes.modifier',
    audit: 'personnes-distinguees',
    input: z.object({ id: z.uuid(), autreId: z.uuid() }),
    output: z.object({}),
  }),
  /** Undoes that: they may be suggested again. */
  rapprocher: operation({
    method: 'POST',
    path: '/personnes/:id/rapprocher',
    permission: 'personnes.modifier',
    audit: 'personnes-rapprochees',
    input: z.object({ id: z.uuid(), autreId: z.uuid() }),
    output: z.object({}),
  }),
}
