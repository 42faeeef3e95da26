import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useWebSession } from '#platform/web/session-context.ts'
import { type CourrierVu, contract } from '../contract.ts'
import type { ModeDEnvoi } from '../domain/etat.ts'
import { DocumentDuCourrier } from './document-du-courrier.tsx'
import { EnvoyerParCourriel } from './envoyer-par-courriel.tsx'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { NoterEnvoi, type PrecisionsDEnvoi } from './noter-envoi.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** « messagerie »: handed over by the application; the others are noted. */
export type Voie = ModeDEnvoi | 'messagerie'

const LIBELLES: Readonly<Record<Voie, string>> = {
  messagerie: 'Par courriel, depuis Porte-voix',
  courriel: 'Par courriel, depuis ma messagerie',
  poste: 'Par la poste',
  recommande: 'En recommandé avec avis de réception',
  'main-propre': 'En main propre',
}

const voiesDe = ({ canal, messagerie }: CourrierVu): readonly Voie[] => {
  if (canal === 'papier') return ['poste', 'recommande', 'main-propre']
  return messagerie === null ? ['messagerie', 'courriel', 'main-propre'] : ['courriel', 'main-propre']
}

export interface EnvoyerProps {
  readonly courrier: CourrierVu
  readonly onFermer: () => void
  /** the dialogue with the mail server broke */
  readonly onDouteux: () => void
}

function ChoixDeVoie({
  courrier,
  voie,
  onChange,
}: {
  courrier: CourrierVu
  voie: Voie
  onChange: (voie: Voie) => void
}) {
  const voies = voiesDe(courrier)
  return (
    <>
      <Radio.Group
        label="Il part"
        value={voie}
        onChange={(choisie) => onChange(voies.find((v) => v === choisie) ?? voie)}
      >
        <div className="pv-choices">
          {voies.map((une) => (
            <Radio key={une} value={une} label={LIBELLES[une]} />
          ))}
        </div>
      </Radio.Group>
      {courrier.canal === 'electronique' && courrier.messagerie !== null && (
        <p className="pv-muted pv-small">{courrier.messagerie}</p>
      )}
    </>
  )
}

/** Every way a letter leaves. */
export function Envoyer({ courrier, onFermer, onDouteux }: EnvoyerProps) {
  const { today } = useWebSession()
  const [voie, setVoie] = useState<Voie>(() => voiesDe(courrier)[0] ?? 'poste')
  const [precisions, setPrecisions] = useState<PrecisionsDEnvoi>({ envoyeLe: today, numero: '', remisA: '' })
  const saisie = useSaisieDeCourrier(courrier, contract.noterEnvoi, {
    annonce: 'Envoi noté.',
    onFait: onFermer,
  })
  const titre = `Envoyer : ${courrier.libelle}`
  const choix = <ChoixDeVoie courrier={courrier} voie={voie} onChange={setVoie} />
  if (voie === 'messagerie') {
    return (
      <EnvoyerParCourriel courrier={courrier} titre={titre} onFermer={onFermer} onDouteux={onDouteux}>
        {choix}
      </EnvoyerParCourriel>
    )
  }
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={titre}
      bouton="Noter l’envoi"
      saisie={saisie}
      labels={{ mode: 'Il part', numero: 'Numéro', remisA: 'Remis à', envoyeLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, mode: voie, ...precisions }))}
    >
      <DocumentDuCourrier courrier={courrier} />
      {choix}
      <NoterEnvoi form={saisie.form} mode={voie} precisions={precisions} onChange={setPrecisions} />
    </FenetreDeCourrierASaisir>
  )
}
