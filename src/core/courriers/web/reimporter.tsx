import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toast } from '#platform/web/toast.tsx'
import { type CourrierVu, contract, type DefautDeLettre } from '../contract.ts'
import { ChampFichier } from './champ-fichier.tsx'
import classes from './courriers.module.css'
import { useTeleversement } from './use-televersement.ts'

export interface ReimporterProps {
  readonly courrier: CourrierVu
  readonly onFermer: () => void
  /** shows what changed in the version just kept */
  readonly onDepose: () => void
}

function Defauts({ defauts }: { defauts: readonly DefautDeLettre[] }) {
  return (
    <div className={classes['defauts']} role="alert">
      <p>
        <strong>Cette lettre n’a pas été prise.</strong> Corrigez-la dans Word, puis déposez-la de nouveau.
      </p>
      <ul>
        {defauts.map(({ code, endroit, message }) => (
          <li key={`${code} ${endroit} ${message}`}>
            {message}
            {endroit !== '' && <span className="pv-muted"> ({endroit})</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The Word file comes back from who corrected it. What must not leave with it is listed, with its place. */
export function Reimporter({ courrier, onFermer, onDepose }: ReimporterProps) {
  const { rafraichir } = useDossier()
  const [fichier, setFichier] = useState<File | null>(null)
  const [defauts, setDefauts] = useState<readonly DefautDeLettre[]>([])
  const [aConfirmer, setAConfirmer] = useState<string | null>(null)
  const televersement = useTeleversement(contract.deposerVersion)
  const deposer = async (sansIdentite: 'refuser' | 'accepter'): Promise<void> => {
    if (fichier === null) return
    setDefauts([])
    const { id, version } = courrier
    const depot = await televersement.envoyer(fichier, { id, version, sansIdentite })
    if (depot === null) return
    setDefauts(depot.defauts)
    setAConfirmer(depot.aConfirmer)
    if (depot.rang === null) return
    toast(`Version ${depot.rang} enregistrée.`)
    await rafraichir()
    onDepose()
  }
  return (
    <Modal opened onClose={onFermer} title={`Corriger dans Word : ${courrier.libelle}`} size="lg">
      <div className="pv-form">
        <p className="pv-muted">
          Téléchargez la lettre, corrigez-la dans Word, enregistrez-la au format .docx, puis déposez-la ici.
          Elle devient la version suivante ; les précédentes restent.
        </p>
        <Button
          component="a"
          href={adresseDeTelechargement(courrier.pieceId)}
          variant="default"
          c="var(--pv-ink)"
          size="compact-md"
          w="fit-content"
        >
          Télécharger la version {courrier.versions[0]?.rang ?? 1} pour Word
        </Button>
        <ChampFichier
          label="Choisir la lettre corrigée…"
          accept=".docx"
          fichier={fichier}
          onChange={(choisi) => {
            setFichier(choisi)
            setDefauts([])
            setAConfirmer(null)
          }}
        />
        {televersement.echec !== null && <Notice tone="late">{televersement.echec}</Notice>}
        {defauts.length > 0 && <Defauts defauts={defauts} />}
        {aConfirmer !== null && <Notice tone="soon">{aConfirmer}</Notice>}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button
            disabled={fichier === null}
            loading={televersement.enCours}
            onClick={() => void deposer(aConfirmer === null ? 'refuser' : 'accepter')}
          >
            {aConfirmer === null ? 'Déposer' : 'C’est bien cette lettre'}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
