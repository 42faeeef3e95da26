import { Button } from '@mantine/core'
import { useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { confirm } from '#platform/web/confirm.tsx'
import { contract, type TransmissionVue } from '../contract.ts'

/** Gives up a transmission whose letters are still here. */
export function AbandonnerTransmission({ transmission }: { transmission: TransmissionVue }) {
  const saisie = useSaisieDeDossier(contract.abandonnerTransmission, { annonce: 'Transmission abandonnée.' })
  const abandonner = async (): Promise<void> => {
    const oui = await confirm({
      title: 'Abandonner cette transmission ?',
      text: `Rien n’est envoyé à ${transmission.destinataire}. Les lettres préparées restent au dossier, jamais parties.`,
      action: 'Abandonner la transmission',
    })
    if (oui) await saisie.envoyer((cible) => ({ ...cible, transmissionId: transmission.id }))
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="transparent"
        px={0}
        fw={500}
        loading={saisie.form.pending}
        onClick={() => void abandonner()}
      >
        Abandonner
      </Button>
      {saisie.form.problem !== null && (
        <span className="pv-muted pv-small" role="alert">
          {saisie.form.problem.message}
        </span>
      )}
    </>
  )
}
