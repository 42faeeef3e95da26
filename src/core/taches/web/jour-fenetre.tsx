import { useState } from 'react'
import { FenetreDeSaisie } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type TacheVue } from '../contract.ts'

/** Another wanted day. */
export function JourFenetre({ tache, onFermer }: { tache: TacheVue; onFermer: () => void }) {
  const invalider = useInvalidateAll()
  const [pourLe, setPourLe] = useState(tache.pourLe)
  const form = useOperationForm(contract.changerLeJour, async () => {
    toast('Jour changé.')
    await invalider()
    onFermer()
  })
  return (
    <FenetreDeSaisie
      titre="Changer le jour souhaité"
      bouton="Changer le jour"
      taille="md"
      saisie={{ form, actuel: null }}
      labels={{ pourLe: 'Réponse souhaitée pour le' }}
      onFermer={onFermer}
      onEnvoyer={() => void form.submit({ id: tache.id, version: tache.version, pourLe })}
    >
      <DayField
        {...form.field('pourLe')}
        label="Réponse souhaitée pour le"
        description="La page du service montre le nouveau jour. Ce n’est pas un délai légal."
        value={pourLe}
        onChange={setPourLe}
      />
    </FenetreDeSaisie>
  )
}
