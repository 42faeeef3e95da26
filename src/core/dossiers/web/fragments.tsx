import { Fragment as Morceau } from 'react'
import { type Fragment, surligner } from '../domain/extrait.ts'
import classes from './lister.module.css'

/** A text with what was searched highlighted. */
export function Fragments({ fragments }: { fragments: readonly Fragment[] }) {
  return fragments.map(({ texte, estTrouve }, rang) =>
    estTrouve ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in order
      <mark key={rang} className={classes['trouve']}>
        {texte}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in order
      <Morceau key={rang}>{texte}</Morceau>
    ),
  )
}

/** `mots`: keys of the words found on this page. */
export function Surligne({ texte, mots }: { texte: string; mots: ReadonlyMap<string, number> }) {
  return mots.size === 0 ? texte : <Fragments fragments={surligner(texte, mots)} />
}
