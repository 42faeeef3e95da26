import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { formatCount, formatInstant, formatNumber } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { GriefsVus } from '../contract-griefs.ts'
import { chercherDans, type Etendue, phraseVoisine, replier } from '../domain/passages.ts'
import classes from './lettre-a-lire.module.css'

export interface OutilsDeLettreProps {
  readonly vue: GriefsVus
  readonly recitId: string
  readonly texte: string
  readonly phrases: readonly Etendue[]
  readonly nonRetenues: readonly Etendue[]
  /** where the reader is */
  readonly position: number
  readonly onRecit: (recitId: string) => void
  readonly onMontrer: (etendue: Etendue, prendre: boolean) => void
  readonly onTrouve: (etendue: Etendue | null) => void
}

/** Beyond this length, one letter may hold a grief nobody saw: a search box earns its place. */
const LONGUE = 1500

function Recherche({ texte, onMontrer, onTrouve }: OutilsDeLettreProps) {
  const [mots, setMots] = useState('')
  const [rang, setRang] = useState(-1)
  const cherche = useDeferredValue(mots)
  const vide = cherche.trim() === ''
  const replie = useMemo(() => (vide ? null : replier(texte)), [vide, texte])
  const trouves = useMemo(() => (replie === null ? [] : chercherDans(replie, cherche)), [replie, cherche])
  const aller = (pas: 1 | -1): void => {
    // Enter may come before the words just typed have been looked for
    const frais = mots === cherche ? trouves : chercherDans(replie ?? replier(texte), mots)
    const suivant = (Math.max(rang + pas, -1) + frais.length) % frais.length
    const trouve = frais[suivant]
    if (trouve === undefined) return
    setRang(suivant)
    onTrouve(trouve)
    onMontrer(trouve, false)
  }
  const reste = trouves.length === 500 ? 'plus de 500' : formatNumber(trouves.length)
  return (
    <div className={classes['recherche']}>
      <TextInput
        aria-label="Chercher dans la lettre"
        placeholder="Chercher dans la lettre"
        size="sm"
        type="search"
        value={mots}
        onChange={(e) => {
          setMots(e.currentTarget.value)
          setRang(-1)
          onTrouve(null)
        }}
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return
          e.preventDefault()
          aller(e.shiftKey ? -1 : 1)
        }}
      />
      {!vide && (
        <span className="pv-small pv-muted" role="status">
          {trouves.length === 0 ? 'absent de la lettre' : `${rang < 0 ? '' : `${rang + 1} sur `}${reste}`}
        </span>
      )}
      {trouves.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => aller(1)}>
          Suivant
        </Button>
      )}
    </div>
  )
}

/** Above the letter: its versions, its length, the search, and what no grief has kept yet. */
export function OutilsDeLettre(props: OutilsDeLettreProps) {
  const { vue, recitId, texte, phrases, nonRetenues, position, onRecit, onMontrer } = props
  const { timeZone } = useWebSession()
  const montree = vue.recits.find(({ id }) => id === recitId)
  const prochaine = phraseVoisine(nonRetenues, position, 1) ?? nonRetenues[0]
  return (
    <div className={classes['outils']}>
      <div className={classes['titre']}>
        <h2>La lettre</h2>
        <span className="pv-small pv-muted">{formatCount(phrases.length, 'phrase')}</span>
      </div>
      {vue.recits.length > 1 && (
        <nav className={classes['versions']} aria-label="Versions du récit">
          {vue.recits.map(({ id, rang }) => (
            <button
              key={id}
              type="button"
              className={classes['version']}
              aria-pressed={id === recitId}
              onClick={() => onRecit(id)}
            >
              Version {rang}
            </button>
          ))}
          {montree !== undefined && (
            <span className="pv-muted pv-small">{formatInstant(montree.creeA, timeZone)}</span>
          )}
        </nav>
      )}
      {texte.length > LONGUE && <Recherche {...props} />}
      <div className={classes['reste']}>
        {nonRetenues.length === 0 || prochaine === undefined ? (
          <span className="pv-small pv-muted">Chaque phrase qui dit quelque chose est dans un grief.</span>
        ) : (
          <>
            <span className="pv-small pv-muted">{formatCount(nonRetenues.length, 'phrase')} sans grief</span>
            <Button
              variant="transparent"
              px={0}
              fw={500}
              size="compact-sm"
              onClick={() => onMontrer(prochaine, true)}
            >
              Aller à la prochaine
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
