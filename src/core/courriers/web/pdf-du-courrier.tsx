import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { adresseDeTelechargement, ChoisirDesFichiers } from '#core/pieces/web/index.ts'
import { callOperation } from '#platform/web/client.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { toast } from '#platform/web/toast.tsx'
import { type CourrierVu, contract } from '../contract.ts'
import classes from './courriers.module.css'
import { useTeleversement } from './use-televersement.ts'

/** The PDF of the last version: made here where the server can, dropped otherwise. */
export function PdfDuCourrier({ courrier }: { courrier: CourrierVu }) {
  const { rafraichir } = useDossier()
  const [enCours, setEnCours] = useState(false)
  const [echec, setEchec] = useState<string | null>(null)
  const depot = useTeleversement(contract.deposerPdf)
  const { id, version, actions, convertisseur, versions } = courrier
  const pdf = versions[0]?.pdf ?? null
  const convertir = async (): Promise<void> => {
    setEnCours(true)
    setEchec(null)
    try {
      await callOperation(contract.convertirEnPdf, { id, version })
      toast('PDF prêt.')
      await rafraichir()
    } catch (error) {
      setEchec(toProblem(error).message)
    } finally {
      setEnCours(false)
    }
  }
  const deposer = async (fichier: File | undefined): Promise<void> => {
    if (fichier === undefined || (await depot.envoyer(fichier, { id, version })) === null) return
    toast('PDF enregistré.')
    await rafraichir()
  }
  const refus = echec ?? depot.echec
  return (
    <div className={classes['pdf']}>
      {pdf !== null && (
        <p>
          <a href={adresseDeTelechargement(pdf.pieceId)}>PDF de cette version</a>
          <span className="pv-muted">
            {pdf.origine === 'conversion' ? ', fait par LibreOffice' : ', déposé'}
          </span>
        </p>
      )}
      {actions.faireLePdf === null && (
        <div className={classes['gestes']}>
          {convertisseur === null && (
            <Button size="compact-md" variant="default" loading={enCours} onClick={() => void convertir()}>
              {pdf === null ? 'Faire le PDF' : 'Refaire le PDF'}
            </Button>
          )}
          <ChoisirDesFichiers
            size="compact-md"
            multiple={false}
            accept=".pdf"
            loading={depot.enCours}
            onFichiers={([fichier]) => void deposer(fichier)}
          >
            {pdf === null ? 'Déposer le PDF…' : 'Déposer un autre PDF…'}
          </ChoisirDesFichiers>
        </div>
      )}
      {pdf === null && convertisseur !== null && actions.faireLePdf === null && (
        <p className="pv-muted pv-small">{convertisseur}</p>
      )}
      {refus !== null && <Notice tone="late">{refus}</Notice>}
    </div>
  )
}
