import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CourrierVu } from '#core/courriers/contract.ts'
import { CANAL_DE_COURRIER } from '#core/courriers/web/index.ts'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './reclamation.module.css'

/** The day the acknowledgement left: the fact that holds its deadline. */
export function NoterEnvoi({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const { today } = useWebSession()
  const [envoyeLe, setEnvoyeLe] = useState(today)
  const saisie = useSaisieDeDossier(contract.noterEnvoi, { annonce: 'Envoi noté.', onFait: onFermer })
  return (
    <FenetreDeSaisie
      titre="Envoyer l’accusé de réception"
      bouton="Noter l’envoi"
      taille="md"
      saisie={saisie}
      labels={{ envoyeLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, courrierId: courrier.id, envoyeLe }))}
    >
      <div className={classes['document']}>
        <span>
          <strong>{courrier.libelle}</strong>, à relire dans Word puis à envoyer{' '}
          {CANAL_DE_COURRIER[courrier.canal]}.
        </span>
        <Button
          component="a"
          href={adresseDeTelechargement(courrier.pieceId)}
          size="compact-md"
          c="white"
          data-autofocus
        >
          Télécharger (.docx)
        </Button>
      </div>
      <DayField
        {...saisie.form.field('envoyeLe')}
        label="Parti le"
        description="Une fois posté ou envoyé. Vous pouvez aussi fermer cette fenêtre et le noter plus tard."
        value={envoyeLe}
        max={today}
        onChange={setEnvoyeLe}
      />
    </FenetreDeSaisie>
  )
}
