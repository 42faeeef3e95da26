import { DemanderFenetre } from '#core/taches/web/index.ts'
import { contract, type ReclamationVue } from '../contract.ts'

export interface DemanderExplicationsProps {
  readonly griefs: ReclamationVue['griefs']
  readonly onFermer: () => void
}

/** Asks services about the griefs: each receives its own answer, under the words of the letter. */
export function DemanderExplications({ griefs, onFermer }: DemanderExplicationsProps) {
  return (
    <DemanderFenetre
      operation={contract.demanderExplications}
      entree={(cible, { demande, sujetIds }) => ({ ...cible, demande, griefs: [...sujetIds] })}
      sujets={griefs.map(({ id, rang, intitule, service }) => ({
        sujetId: id,
        titre: `${rang}. ${intitule}`,
        citation: '',
        structureId: service?.id ?? null,
      }))}
      onFermer={onFermer}
    />
  )
}
