import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { type CourrierVu, contract } from '../contract.ts'
import { signatairesDuJour } from '../domain/signataire.ts'
import { ChampFichier } from './champ-fichier.tsx'
import { useTeleversement } from './use-televersement.ts'

/** The letter was signed by hand: its scan, the day, and who signed. */
export function SignerSurPapier({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const { today } = useWebSession()
  const { rafraichir } = useDossier()
  const lus = useOperation(contract.listerSignataires, {})
  const [choisi, setChoisi] = useState<string | null>(null)
  const [signeLe, setSigneLe] = useState(today)
  const [fichier, setFichier] = useState<File | null>(null)
  const televersement = useTeleversement(contract.signerSurPapier)
  // a letter signed under a delegation closed since is recorded all the same
  const possibles = signatairesDuJour(lus.data?.signataires ?? [], courrier.code, signeLe)
  const propose = possibles.find(({ nom }) => nom === courrier.signataire) ?? possibles[0]
  const signataireId = possibles.find(({ id }) => id === choisi)?.id ?? propose?.id ?? null
  const pret = fichier !== null && signataireId !== null && signeLe !== ''
  const deposer = async (): Promise<void> => {
    if (fichier === null || signataireId === null) return
    const { id, version } = courrier
    const fait = await televersement.envoyer(fichier, { id, version, signataireId, signeLe })
    if (fait === null) return
    toast('Signature enregistrée.')
    await rafraichir()
    onFermer()
  }
  return (
    <Modal opened onClose={onFermer} title={`Signé sur papier : ${courrier.libelle}`} size="lg">
      <div className="pv-form">
        <p className="pv-muted">
          Imprimez la lettre, faites-la signer, numérisez-la en entier, puis déposez-la ici. Elle ne change
          plus ensuite, et c’est elle qui part par courriel.
        </p>
        <DayField label="Signé le" value={signeLe} max={today} onChange={setSigneLe} />
        {lus.isSuccess && signeLe !== '' && possibles.length === 0 && (
          <Notice tone="soon">
            Aucun signataire n’est habilité pour ce courrier le {formatDay(signeLe)}. Vérifiez le jour de la
            signature ; le responsable ou la direction tient les délégations dans les réglages, « Signataires
            ».
          </Notice>
        )}
        <Select
          label="Signé par"
          description={
            signeLe === ''
              ? 'Indiquez d’abord le jour.'
              : `Habilités pour ce courrier le ${formatDay(signeLe)}.`
          }
          data={possibles.map(({ id, nom, qualite }) => ({ value: id, label: `${nom}, ${qualite}` }))}
          value={signataireId}
          allowDeselect={false}
          onChange={setChoisi}
        />
        <ChampFichier
          label="Choisir la numérisation…"
          accept=".pdf,.png,.jpg,.jpeg"
          fichier={fichier}
          onChange={setFichier}
        />
        {televersement.echec !== null && <Notice tone="late">{televersement.echec}</Notice>}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button disabled={!pret} loading={televersement.enCours} onClick={() => void deposer()}>
            Enregistrer la signature
          </Button>
        </div>
      </div>
    </Modal>
  )
}
