import { Button, Group, Modal } from '@mantine/core'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatInstant } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type CourrierVu, contract } from '../contract.ts'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** A doubtful sending: what is known of it, and the two answers only someone can give. */
export function ConstaterEnvoi({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const { timeZone } = useWebSession()
  const envoi = courrier.envois.find(({ etat }) => etat === 'a-verifier')
  const saisie = useSaisieDeCourrier(courrier, contract.constaterEnvoi, {
    annonce: 'C’est noté.',
    onFait: onFermer,
  })
  const repondre = (estParti: boolean): void => {
    void saisie.envoyer((cible) => ({ ...cible, estParti }))
  }
  return (
    <Modal opened onClose={onFermer} title={`Est-il parti ? ${courrier.libelle}`} size="lg">
      <div className="pv-form">
        <ErrorSummary form={saisie.form} />
        {envoi !== undefined && (
          <p>
            Envoi à <strong>{envoi.destinataire}</strong>, le {formatInstant(envoi.tenteA, timeZone)}.{' '}
            {envoi.raison === '' ? 'Porte-voix s’est arrêté avant d’en connaître l’issue.' : envoi.raison}
          </p>
        )}
        <p className="pv-muted">
          Cherchez-le dans les messages envoyés du serveur de messagerie, ou demandez à l’informatique.
          Porte-voix ne l’enverra pas de nouveau de lui-même.
        </p>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => repondre(false)} loading={saisie.form.pending}>
            Ce n’est pas parti
          </Button>
          <Button onClick={() => repondre(true)} loading={saisie.form.pending}>
            C’est bien parti
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
