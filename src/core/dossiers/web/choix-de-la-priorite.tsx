import { Select } from '@mantine/core'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { LIBELLES_DES_PRIORITES, lirePriorite, PRIORITES } from '../domain/priorite.ts'
import { BadgeDePriorite } from './badge-de-priorite.tsx'
import { ConflitDeVersion } from './conflit-de-version.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** How soon the department wants the dossier handled, changed on the spot. */
export function ChoixDeLaPriorite() {
  const { tronc, rafraichir } = useDossier()
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
      {saisie.actuel !== null && (
        <ConflitDeVersion
          valeurs={[
            {
              libelle: 'Priorité',
              mienne: 'votre choix',
              actuelle: LIBELLES_DES_PRIORITES[saisie.actuel.priorite],
            },
          ]}
          onGarder={saisie.garder}
          onReprendre={() => {
            saisie.form.clear()
            void rafraichir()
          }}
        />
      )}
      {saisie.actuel === null && saisie.form.problem !== null && (
        <Notice tone="late">{saisie.form.problem.message}</Notice>
      )}
    </div>
  )
}
