import { Select } from '@mantine/core'
import { contract as agents } from '#core/agents/contract.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { IssueDeSaisie } from './issue-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

interface Choix {
  readonly value: string
  readonly label: string
}

const versChoix = ({ id, nom, prenom }: { id: string; nom: string; prenom: string }): Choix => ({
  value: id,
  label: `${prenom} ${nom}`,
})

function useAgents() {
  const { can } = useWebSession()
  return useOperation(agents.listerCollegues, {}, { enabled: can('agents.consulter'), staleTime: 300_000 })
    .data
}

/** Agents a dossier may be withheld from: every one who sees some, but the signed-in one. */
export function useConcernables(): readonly Choix[] {
  const { userId } = useWebSession()
  const lus = useAgents()
  return [...(lus?.collegues ?? []), ...(lus?.autres ?? [])]
    .map(versChoix)
    .filter(({ value }) => value !== userId)
}

/** Names for a list of colleagues, the signed-in agent first. Empty for roles that may not read them. */
export function useCollegues(): readonly Choix[] {
  const { userId } = useWebSession()
  const tous = (useAgents()?.collegues ?? []).map(versChoix)
  return [
    ...tous.filter(({ value }) => value === userId).map((moi) => ({ ...moi, label: `${moi.label} (moi)` })),
    ...tous.filter(({ value }) => value !== userId),
  ]
}

const PERSONNE = ''

/** Who carries the dossier, changed on the spot. */
export function ChoixDeLAssigne() {
  const { tronc } = useDossier()
  const { can } = useWebSession()
  const collegues = useCollegues()
  const saisie = useSaisieDeDossier(contract.assigner, { annonce: 'Dossier attribué.' })
  const nomDe = (id: string | null): string =>
    id === null
      ? 'personne'
      : (collegues.find(({ value }) => value === id)?.label ?? tronc.assigne?.nom ?? 'un autre agent')
  if (!can('dossiers.assigner')) {
    return (
      <span className="pv-muted">
        {tronc.assigne === null ? 'Non attribué' : `Suivi par ${tronc.assigne.nom}`}
      </span>
    )
  }
  const assigner = (agentId: string | null): void => {
    void saisie.envoyer((cible) => ({ ...cible, agentId }))
  }
  const options = [{ value: PERSONNE, label: 'Non attribué' }, ...collegues]
  const present = tronc.assigne === null || collegues.some(({ value }) => value === tronc.assigne?.id)
  return (
    <div className={classes['assigne']}>
      <div className={classes['suivi']}>
        <span aria-hidden="true">Suivi par</span>
        <Select
          aria-label="Dossier attribué à"
          size="sm"
          searchable
          allowDeselect={false}
          data={
            present
              ? options
              : [...options, { value: tronc.assigne?.id ?? '', label: tronc.assigne?.nom ?? '' }]
          }
          value={tronc.assigne?.id ?? PERSONNE}
          disabled={saisie.form.pending}
          onChange={(value) => assigner(value === null || value === PERSONNE ? null : value)}
        />
      </div>
      <IssueDeSaisie
        saisie={saisie}
        comparer={({ assigneA }) => [
          { libelle: 'Attribué à', mienne: 'votre choix', actuelle: nomDe(assigneA) },
        ]}
      />
    </div>
  )
}
