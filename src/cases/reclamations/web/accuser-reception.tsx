import { Button, Select, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CANAUX_DE_COURRIER } from '#core/courriers/contract.ts'
import { FenetreDeSaisie, useDossier, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { nomComplet } from '#core/personnes/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { Choix } from './choix.tsx'

const canaux = [
  { value: 'papier', label: 'Par la poste' },
  { value: 'electronique', label: 'Par courriel' },
] as const

export interface AccuserReceptionProps {
  /** the channel the complaint came by */
  readonly canal: (typeof CANAUX_DE_COURRIER)[number]
  /** prepared on arrival, as asked at intake */
  readonly automatique: boolean
  readonly onFermer: () => void
  /** the letter is there, to download and send */
  readonly onPret: () => void
}

/** Prepares the acknowledgement. What a legal mention lacks is said here, with where to fill it in. */
export function AccuserReception({ canal: propose, automatique, onFermer, onPret }: AccuserReceptionProps) {
  const { today } = useWebSession()
  const [canal, setCanal] = useState(propose)
  const [incomplete, setIncomplete] = useState(false)
  const [piecesManquantes, setPiecesManquantes] = useState('')
  const [produireAvant, setProduireAvant] = useState('')
  const { tronc } = useDossier()
  const auteurs = tronc.personnes.filter(({ role }) => role === 'auteur')
  const [destinataireId, setDestinataireId] = useState<string | null>(null)
  const saisie = useSaisieDeDossier(contract.accuserReception, {
    annonce: 'Accusé de réception prêt.',
    onFait: onPret,
  })
  const { form } = saisie
  const envoyer = (): void => {
    void saisie.envoyer((cible) => ({
      ...cible,
      canal,
      destinataireId,
      piecesManquantes: incomplete ? piecesManquantes : '',
      produireAvant: incomplete && produireAvant !== '' ? produireAvant : null,
    }))
  }
  const lance = useRef(false)
  useEffect(() => {
    if (!automatique || lance.current) return
    lance.current = true
    envoyer()
  })
  return (
    <FenetreDeSaisie
      titre="Accuser réception"
      bouton="Préparer le courrier"
      saisie={saisie}
      labels={{
        destinataireId: 'Adressé à',
        piecesManquantes: 'Pièces manquantes',
        produireAvant: 'À produire avant',
      }}
      onFermer={onFermer}
      onEnvoyer={envoyer}
    >
      <p className="pv-muted">
        Le courrier sort du modèle Word de l’établissement, avec les mentions que la loi exige. Relisez-le
        dans Word, envoyez-le, puis notez ici le jour de son départ.
      </p>
      <Choix
        id={form.idOf('canal')}
        legende="Il partira"
        error={form.errors['canal']}
        choix={canaux}
        valeur={canal}
        onChange={setCanal}
      />
      {auteurs.length > 1 && (
        <Select
          {...form.field('destinataireId')}
          label="Adressé à"
          data={auteurs.map((auteur) => ({ value: auteur.id, label: nomComplet(auteur) }))}
          value={destinataireId}
          onChange={setDestinataireId}
        />
      )}
      {!incomplete && (
        <Button
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          w="fit-content"
          onClick={() => setIncomplete(true)}
        >
          Il manque des pièces pour instruire la demande
        </Button>
      )}
      {incomplete && (
        <>
          <Textarea
            {...form.field('piecesManquantes')}
            label="Pièces manquantes"
            value={piecesManquantes}
            maxLength={2000}
            onChange={(e) => setPiecesManquantes(e.currentTarget.value)}
          />
          <DayField
            {...form.field('produireAvant')}
            label="À produire avant le"
            value={produireAvant}
            min={today}
            onChange={setProduireAvant}
          />
        </>
      )}
    </FenetreDeSaisie>
  )
}
