import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { REFUS_D_IDENTIFIER } from './domain/labels.ts'
import { divergencesDe, masquerMatricule } from './domain/nir.ts'
import { lireConsentements } from './lister-consentements.ts'
import { listerRapprochees } from './rapprochements.ts'
import { listerFusionsDe } from './store-fusions.ts'
import { estPatient } from './store-identifiants.ts'
import { listerComparables, listerDistinctions, type PersonneComparable } from './store-rapprochements.ts'
import { versPersonneTrouvee } from './trouver.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.obtenir

function identifiantDe({ comparable, personne }: PersonneComparable, peutLire: boolean) {
  const { matricule } = comparable
  if (matricule === null) return null
  return {
    masque: masquerMatricule(matricule),
    divergences: [...divergencesDe(matricule, personne)],
    peutLire,
  }
}

/** One person with what the page shows around; the dossiers are their own list. At most seven statements. */
export function obtenir({ peut }: Pick<DependancesDesPersonnes, 'peut'>) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { etablissementId, role } = agentDe(ctx)
    const [une] = await listerComparables(ctx.tx, [id])
    if (une === undefined) throw new AppError('not-found')
    ctx.about({ objectId: id })
    const distinguees = await listerDistinctions(ctx.tx, id)
    const rapprochees = await listerRapprochees(ctx.tx, etablissementId, une, new Set(distinguees))
    const lues = await listerComparables(ctx.tx, distinguees)
    const fusions = await listerFusionsDe(ctx.tx, id)
    return {
      personne: versPersonneVue(une.personne),
      identifiant: identifiantDe(une, peut(role, 'personnes.lire-l-identifiant')),
      refusDIdentifier: (await estPatient(ctx.tx, id)) ? null : REFUS_D_IDENTIFIER['pas-un-patient'],
      consentements: await lireConsentements(ctx.tx, id),
      rapprochements: rapprochees.map(({ autre, rapprochement }) =>
        versPersonneTrouvee({ personne: autre.personne, rapprochement }),
      ),
      distinguees: lues.map(({ personne }) => versPersonneVue(personne)),
      fusions: fusions.map(({ faiteA, annuleeA, ...fusion }) => ({
        ...fusion,
        faiteA: faiteA.toISOString(),
        annuleeA: annuleeA?.toISOString() ?? null,
      })),
    }
  }
}
