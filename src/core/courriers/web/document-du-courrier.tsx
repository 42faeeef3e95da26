import { Button } from '@mantine/core'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import type { CourrierVu } from '../contract.ts'
import classes from './courriers.module.css'

/** The file that would leave: the scan of what was signed by hand, the PDF, or the Word file to read again. */
export function DocumentDuCourrier({ courrier }: { courrier: CourrierVu }) {
  const { signature, versions, libelle, pieceId } = courrier
  const pdf = versions[0]?.pdf ?? null
  const scan = signature?.scan ?? null
  const fichier =
    scan !== null
      ? { id: scan.pieceId, verbe: 'Télécharger la numérisation' }
      : pdf !== null
        ? { id: pdf.pieceId, verbe: 'Télécharger (.pdf)' }
        : { id: pieceId, verbe: 'Télécharger (.docx)' }
  return (
    <div className={classes['document']}>
      <span>
        <strong>{libelle}</strong>
        {versions.length > 1 && `, version ${versions[0]?.rang ?? ''}`}
        {signature === null ? ', à relire avant son départ.' : `, signé par ${signature.nom}.`}
      </span>
      <Button
        component="a"
        href={adresseDeTelechargement(fichier.id)}
        size="compact-md"
        c="white"
        data-autofocus
      >
        {fichier.verbe}
      </Button>
    </div>
  )
}
