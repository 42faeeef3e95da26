import { Button, Modal } from '@mantine/core'
import { useInvalidateAll } from '#platform/web/query.ts'
import { ECHAP_RETENU, FormulaireDeConnexion } from './formulaire-de-connexion.tsx'
import { useEtatDeSession } from './session.ts'

export interface SessionExpireeProps {
  readonly opened: boolean
  /** whose work is on the screen below */
  readonly agentId: string
  readonly onReturn: () => void
}

/** The session ended while working: sign in again over the screen, and what was typed is still there. */
export function SessionExpiree({ opened, agentId, onReturn }: SessionExpireeProps) {
  const session = useEtatDeSession()
  const invalidateAll = useInvalidateAll()
  const resume = async (): Promise<void> => {
    const { data } = await session.refetch()
    // Someone else signed in at this desk: nothing of the previous agent may remain on screen.
    if (data?.session?.agentId !== agentId) {
      location.assign('/')
      return
    }
    onReturn()
    await invalidateAll()
  }
  return (
    <Modal
      opened={opened}
      // Above any dialog where something was being typed.
      zIndex={300}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Votre session est terminée"
    >
      <p className="pv-modal-text">
        Par sécurité, la session se ferme après un temps sans activité. Reconnectez-vous : votre saisie est
        gardée à l’écran.
      </p>
      <FormulaireDeConnexion onSuccess={resume} />
      <Button {...ECHAP_RETENU} variant="subtle" fullWidth mt="sm" onClick={() => location.assign('/')}>
        Abandonner la saisie et quitter
      </Button>
    </Modal>
  )
}
