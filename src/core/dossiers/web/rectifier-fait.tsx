import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract, type TroncVu } from '../contract.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Corrects the day of a fact with a reason. The first entry stays readable, deadlines are computed again. */
export function RectifierFait({ fait, onFermer }: { fait: TroncVu['faits'][number]; onFermer: () => void }) {
  const { today } = useWebSession()
  const [survenuLe, setSurvenuLe] = useState(fait.survenuLe)
  const [motif, setMotif] = useState('')
  const saisie = useSaisieDeDossier(contract.rectifierFait, {
    annonce: 'Date corrigée, échéances recalculées.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={`Corriger la date : ${fait.libelle}`}
      bouton="Corriger la date"
      saisie={saisie}
      labels={{ survenuLe: 'Nouvelle date', motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, faitId: fait.id, survenuLe, motif }))}
    >
      <p className="pv-muted">
        Date enregistrée&nbsp;: {formatDay(fait.survenuLe)}. Elle restera lisible, barrée, avec votre
        motif&nbsp;; les échéances seront recalculées.
      </p>
      <DayField
        {...saisie.form.field('survenuLe')}
        label="Nouvelle date"
        value={survenuLe}
        onChange={setSurvenuLe}
        max={today}
        data-autofocus
      />
      <Textarea
        {...saisie.form.field('motif')}
        label="Motif de la correction"
        description="Par exemple : tampon du service courrier relevé sur l’enveloppe."
        value={motif}
        onChange={(e) => setMotif(e.currentTarget.value)}
        maxLength={1000}
      />
    </FenetreDeSaisie>
  )
}
