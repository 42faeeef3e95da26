import { Select } from '@mantine/core'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { LIBELLES_DES_PRIORITES, lirePriorite, PRIORITES } from '../domain/priorite.ts'
import { BadgeDePriorite } from './badge-de-priorite.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { IssueDeSaisie } from './issue-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** How soon the department wants the dossier handled, changed on the spot. */
export function ChoixDeLaPriorite() {
  const { tronc } = useDossier()
  const { can } = useWebSession()
  const saisie = useSaisieDeDossier(contract.prioriser, { annonce: 'Priorité changée.' })
  if (!can('dossiers.modifier')) return <BadgeDePriorite priorite={tronc.priorite} />
  return (
    <div className={classes['assigne']}>
      <div className={classes['suivi']}>
        <span aria-hidden="true">Priorité</span>
        <Select
          aria-label="Priorité du dossier"
          size="sm"
          w={120}
          allowDeselect={false}
          data={PRIORITES.map((value) => ({ value, label: LIBELLES_DES_PRIORITES[value] }))}
          value={tronc.priorite}
          disabled={saisie.form.pending}
          onChange={(choisie) => {
            const priorite = lirePriorite(choisie ?? '')
            void saisie.envoyer((cible) => ({ ...cible, priorite }))
          }}
        />
      </div>
      <IssueDeSaisie
        saisie={saisie}
        comparer={({ priorite }) => [
          { libelle: 'Priorité', mienne: 'votre choix', actuelle: LIBELLES_DES_PRIORITES[priorite] },
        ]}
      />
    </div>
  )
}
