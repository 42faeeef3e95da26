import { Button } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract, type TransmissionVue } from '../contract.ts'
import classes from './reclamation.module.css'

/** The letters of a transmission, to download and sign, and the day they left. */
export function NoterDepart({
  transmission,
  onFermer,
}: {
  transmission: TransmissionVue
  onFermer: () => void
}) {
  const { today } = useWebSession()
  const [envoyeeLe, setEnvoyeeLe] = useState(today)
  const { estTotale, lettres } = transmission
  const saisie = useSaisieDeDossier(contract.noterDepart, {
    annonce: estTotale ? 'Envoi noté : la réclamation est close ici.' : 'Envoi noté.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={lettres.length > 1 ? 'Envoyer les deux lettres' : 'Envoyer la lettre'}
      bouton="Noter l’envoi"
      taille="md"
      saisie={saisie}
      labels={{ envoyeeLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({ ...cible, transmissionId: transmission.id, envoyeeLe }))
      }
    >
      {lettres.map(({ courrierId, pieceId, libelle }) => (
        <div key={courrierId} className={classes['document']}>
          <strong>{libelle}</strong>
          <Button component="a" href={adresseDeTelechargement(pieceId)} size="compact-md" c="white">
            Télécharger (.docx)
          </Button>
        </div>
      ))}
      {estTotale && (
        <p className="pv-muted">
          La réclamation se ferme ici une fois les lettres parties. Elle pourra être rouverte.
        </p>
      )}
      <DayField
        {...saisie.form.field('envoyeeLe')}
        label="Parties le"
        description="Une fois relues, signées et envoyées. Vous pouvez aussi fermer cette fenêtre et le noter plus tard."
        value={envoyeeLe}
        max={today}
        onChange={setEnvoyeeLe}
      />
    </FenetreDeSaisie>
  )
}
