import type { PassageTrouve } from '../contract-recherche.ts'
import { phraseDuLieu } from '../domain/labels.ts'
import { Fragments } from './fragments.tsx'
import classes from './lister.module.css'

/** Where a search found its words in one dossier, under its line. */
export function PassagesTrouves({ passages }: { passages: readonly PassageTrouve[] }) {
  if (passages.length === 0) return null
  return (
    <ul className={classes['passages']}>
      {passages.map((passage) => (
        <li key={`${passage.lieu} ${passage.precision}`}>
          <span className={classes['lieu']}>
            {phraseDuLieu(passage)}
            {'\u00a0'}:
          </span>{' '}
          <Fragments fragments={passage.fragments} />
        </li>
      ))}
    </ul>
  )
}
