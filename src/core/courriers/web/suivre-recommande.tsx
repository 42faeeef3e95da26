import { Radio } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { type CourrierVu, contract } from '../contract.ts'
import { LIBELLES_DES_SUITES } from '../domain/labels.ts'
import { SUITES_DU_RECOMMANDE, type SuiteDuRecommande } from '../domain/rules.ts'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** What the post did of a registered letter. */
export function SuivreRecommande({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const { today } = useWebSession()
  const suivis = courrier.envois[0]?.suivis
  const [suite, setSuite] = useState<SuiteDuRecommande>(
    SUITES_DU_RECOMMANDE.find((s) => suivis?.[s] === null) ?? 'distribue',
  )
  const [le, setLe] = useState(today)
  const saisie = useSaisieDeCourrier(courrier, contract.suivreRecommande, {
    annonce: 'Suivi noté.',
    onFait: onFermer,
  })
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre="Suivre le recommandé"
      bouton="Noter"
      saisie={saisie}
      labels={{ le: 'Le' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, suite, le }))}
    >
      <Radio.Group
        label={`Recommandé n° ${courrier.envois[0]?.numero ?? ''}`}
        value={suite}
        onChange={(valeur) => setSuite(SUITES_DU_RECOMMANDE.find((s) => s === valeur) ?? 'depose')}
      >
        <div className="pv-choices">
          {SUITES_DU_RECOMMANDE.map((s) => (
            <Radio key={s} value={s} label={LIBELLES_DES_SUITES[s]} />
          ))}
        </div>
      </Radio.Group>
      <DayField {...saisie.form.field('le')} label="Le" value={le} max={today} onChange={setLe} />
    </FenetreDeCourrierASaisir>
  )
}
