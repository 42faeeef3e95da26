import { z } from 'zod'
import { troncVu } from '#core/dossiers/contract.ts'
import { operationFor } from '#platform/contract.ts'
import { jour } from '#platform/jour.ts'
import { ligne } from '#platform/texte.ts'
import type { Permission } from './domain/permissions.ts'

const operation = operationFor<Permission>()

export const contract = {
  enregistrer: operation({
    method: 'POST',
    path: '/pret-de-fauteuil',
    permission: 'pret-de-fauteuil.enregistrer',
    audit: 'pret-de-fauteuil-enregistre',
    idempotent: true,
    input: z.object({
      objet: ligne({ max: 300, requis: 'Dites en quelques mots de quoi il s’agit.' }),
      fauteuil: ligne({ max: 100, requis: 'Remplissez ce champ.' }),
      recuLe: jour(),
      services: z.array(z.uuid()).max(50),
    }),
    output: z.object({ id: z.uuid(), numero: z.string() }),
  }),
  obtenir: operation({
    method: 'GET',
    path: '/pret-de-fauteuil/:id',
    permission: 'pret-de-fauteuil.lire',
    audit: 'dossier-consulte',
    input: z.object({ id: z.uuid() }),
    output: z.object({ tronc: troncVu, fauteuil: z.string() }),
  }),
}
