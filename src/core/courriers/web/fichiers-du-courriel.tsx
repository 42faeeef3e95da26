import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { formatSize } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useOperation } from '#platform/web/query.ts'
import { contract } from '../contract.ts'
import { REFUS_DES_COURRIERS } from '../domain/labels.ts'
import classes from './courriers.module.css'

/** The files that leave with the message, with what each weighs; and why they cannot leave together. */
export function FichiersDuCourriel({ courrierId }: { courrierId: string }) {
  const lus = useOperation(contract.listerFichiers, { id: courrierId })
  if (lus.isError) return <Notice tone="late">{toProblem(lus.error).message}</Notice>
  if (lus.data === undefined) return null
  const { fichiers, refus } = lus.data
  return (
    <section aria-label="Fichiers joints">
      {fichiers.length > 0 && (
        <>
          <p className="pv-small">
            {fichiers.length === 1
              ? 'Ce fichier part avec le message :'
              : 'Ces fichiers partent avec le message :'}
          </p>
          <ul className={classes['lignes']}>
            {fichiers.map(({ pieceId, nom, taille }) => (
              <li key={pieceId}>
                <a href={adresseDeTelechargement(pieceId)}>{nom}</a>
                <span className="pv-muted">{formatSize(taille)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {refus !== null && <Notice tone="late">{REFUS_DES_COURRIERS[refus]}</Notice>}
    </section>
  )
}
