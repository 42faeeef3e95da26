import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { texte } from '#platform/texte.ts'
import { contratDesFusions } from './contract-fusions.ts'
import {
  consentementVu,
  FORMES_DE_CONSENTEMENT,
  OBJETS_DE_CONSENTEMENT,
  personneEsquissee,
  personneSaisie,
  personneTrouvee,
} from './contract-personne.ts'
import { contratDuRegistre } from './contract-registre.ts'

export {
  type ConsentementVu,
  FORMES_DE_CONSENTEMENT,
  OBJETS_DE_CONSENTEMENT,
  type PersonneSaisie,
  type PersonneTrouvee,
  type PersonneVue,
  personneSaisie,
  personneVue,
  type RapprochementVu,
  ROLES_DANS_LE_DOSSIER,
} from './contract-personne.ts'

const operation = operationFor<PermissionDuSocle>()

/** A person to put in a dossier: an existing one, chosen by the agent, or a new one. Never merged by itself. */
export const personneChoisie = z.discriminatedUnion('choix', [
  z.object({ choix: z.literal('existante'), personneId: z.uuid() }),
  z.object({ choix: z.literal('nouvelle'), personne: personneSaisie }),
])
export type PersonneChoisie = z.output<typeof personneChoisie>

export const contract = {
  ...contratDuRegistre,
  ...contratDesFusions,
  /** Suggestions while typing someone: homonyms are listed apart with what tells them apart. */
  chercher: operation({
    method: 'POST',
    path: '/personnes/chercher',
    permission: 'personnes.consulter',
    audit: 'personnes-cherchees',
    readOnly: true,
    input: z.object({
      texte: texte({ max: 200 }),
      courriel: texte({ max: 254 }).optional(),
      /** what is already typed of someone new: those who may be the same come first, with why */
      personne: personneEsquissee.optional(),
    }),
    output: z.object({ personnes: z.array(personneTrouvee) }),
  }),
  modifier: operation({
    method: 'POST',
    path: '/personnes/:id',
    permission: 'personnes.modifier',
    audit: 'personne-modifiee',
    input: personneSaisie.extend({ id: z.uuid(), version: z.int() }),
    output: z.object({ version: z.int() }),
  }),
  enregistrerConsentement: operation({
    method: 'POST',
    path: '/personnes/:id/consentements',
    permission: 'personnes.modifier',
    audit: 'consentement-enregistre',
    idempotent: true,
    input: z.object({
      id: z.uuid(),
      dossierId: z.uuid().nullable(),
      objet: z.enum(OBJETS_DE_CONSENTEMENT, { error: 'Choisissez l’objet du consentement.' }),
      forme: z.enum(FORMES_DE_CONSENTEMENT, { error: 'Choisissez la forme du consentement.' }),
      donneLe: jour('Indiquez la date du consentement.'),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  listerConsentements: operation({
    method: 'GET',
    path: '/personnes/:id/consentements',
    permission: 'personnes.consulter',
    audit: 'consentements-listes',
    input: z.object({ id: z.uuid() }),
    output: z.object({ consentements: z.array(consentementVu) }),
  }),
  retirerConsentement: operation({
    method: 'POST',
    path: '/consentements/:id/retirer',
    permission: 'personnes.modifier',
    audit: 'consentement-retire',
    input: z.object({ id: z.uuid(), retireLe: jour('Indiquez la date du retrait.') }),
    output: z.object({}),
  }),
}
