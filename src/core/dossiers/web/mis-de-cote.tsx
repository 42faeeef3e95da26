import { Button } from '@mantine/core'
import { formatDay } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'

/** Says that the agent put the dossier aside, or that it came back, and takes it back. */
export function MisDeCote({ onChanger }: { onChanger: () => void }) {
  const { tronc, rafraichir } = useDossier()
  const { today } = useWebSession()
  const lever = useOperationForm(contract.leverMiseDeCote, async () => {
    toast('Le dossier est de retour dans vos listes.')
    await rafraichir()
  })
  const mise = tronc.miseDeCote
  if (mise === null || tronc.estClos) return null
  const estRevenu = mise.jusquAu <= today
  return (
    <Notice tone="info">
      <div className="pv-row">
        <span>
          {estRevenu ? 'Revenu dans vos listes le ' : 'Vous l’avez mis de côté jusqu’au '}
          {formatDay(mise.jusquAu)}
          {mise.motif === '' ? '.' : ` : ${mise.motif}`}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={lever.pending}
          onClick={() => void lever.submit({ id: tronc.id })}
        >
          {estRevenu ? 'C’est vu' : 'Reprendre maintenant'}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onChanger}>
          {estRevenu ? 'Mettre encore de côté' : 'Changer le jour'}
        </Button>
      </div>
    </Notice>
  )
}
