import { z } from 'zod'
import type { PermissionDuSocle } from '#core/agents/domain/permissions.ts'
import { operationFor } from '#platform/contract.ts'

const operation = operationFor<PermissionDuSocle>()

export const defautDeModele = z.object({
  code: z.string(),
  balise: z.string(),
  endroit: z.string(),
  message: z.string(),
})

/** The hospital's own templates. */
export const contratDesModeles = {
  listerModeles: operation({
    method: 'GET',
    path: '/courriers/modeles',
    permission: 'courriers.consulter',
    audit: 'modeles-listes',
    input: z.object({}),
    output: z.object({
      modeles: z.array(
        z.object({
          code: z.string(),
          libelle: z.string(),
          description: z.string(),
          /** null while the template shipped with the application is in use */
          enUsage: z.object({ version: z.int(), nom: z.string(), deposeA: z.string() }).nullable(),
          balises: z.array(
            z.object({
              nom: z.string(),
              libelle: z.string(),
              nature: z.enum(['texte', 'boucle', 'condition']),
              exemple: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  /** Raw .docx body. With an unknown tag or a broken loop nothing is kept: `version` is null, each defect has its place. */
  deposerModele: operation({
    method: 'POST',
    path: '/courriers/modeles/:code',
    permission: 'courriers.regler',
    audit: 'modele-depose',
    stream: 'upload',
    input: z.object({ code: z.string().max(80) }),
    output: z.object({ version: z.int().nullable(), defauts: z.array(defautDeModele) }),
  }),
  /** The template in use, to edit it in Word. */
  telechargerModele: operation({
    method: 'GET',
    path: '/courriers/modeles/:code/contenu',
    permission: 'courriers.consulter',
    audit: 'modele-telecharge',
    stream: 'download',
    input: z.object({ code: z.string().max(80) }),
    output: z.object({}),
  }),
  /** The template filled with the example: what a letter will look like. */
  essayerModele: operation({
    method: 'GET',
    path: '/courriers/modeles/:code/essai',
    permission: 'courriers.consulter',
    audit: 'modele-essaye',
    stream: 'download',
    input: z.object({ code: z.string().max(80) }),
    output: z.object({}),
  }),
  /** Back to the template shipped with the application. */
  retirerModele: operation({
    method: 'POST',
    path: '/courriers/modeles/:code/retirer',
    permission: 'courriers.regler',
    audit: 'modele-retire',
    input: z.object({ code: z.string().max(80) }),
    output: z.object({}),
  }),
}
