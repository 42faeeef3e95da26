import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatInstant } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { CompleterRecit } from './completer-recit.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'

const LONGUEUR_REPLIEE = 1400
const LONGUEUR_EN_BREF = 300

export interface RecitDuDossierProps {
  readonly titre?: string
  /** a few lines only, even of a short one: when the page already says what it holds */
  readonly replie?: boolean
}

/** What the person says, in its latest version; the earlier ones one click away. */
export function RecitDuDossier({ titre = 'Récit', replie = false }: RecitDuDossierProps) {
  const { recits } = useDossier().tronc
  const { can, timeZone } = useWebSession()
  const [rang, setRang] = useState<number | null>(null)
  const [complete, setComplete] = useState(false)
  const [deplie, setDeplie] = useState(false)
  const versions = recits.toSorted((a, b) => a.rang - b.rang)
  const montre = versions.find((un) => un.rang === rang) ?? versions.at(-1)
  const long = (montre?.texte.length ?? 0) > (replie ? LONGUEUR_EN_BREF : LONGUEUR_REPLIEE)
  return (
    <Card
      title={titre}
      aside={
        can('dossiers.modifier') ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setComplete(true)}
            aria-label="Compléter le récit"
          >
            Compléter
          </Button>
        ) : undefined
      }
    >
      {montre === undefined ? (
        <p className="pv-muted">Aucun récit.</p>
      ) : (
        <>
          <div className={long && !deplie ? classes['recit-replie'] : classes['recit']} data-bref={replie}>
            {montre.texte}
          </div>
          {long && (
            <Button
              variant="transparent"
              px={0}
              fw={500}
              size="compact-sm"
              className="pv-no-print"
              aria-expanded={deplie}
              onClick={() => setDeplie(!deplie)}
            >
              {deplie ? 'Replier' : 'Lire tout'}
            </Button>
          )}
          {recits.length > 1 && (
            <nav className={classes['versions']} aria-label="Versions du récit">
              {versions.map((un) => (
                <button
                  key={un.id}
                  type="button"
                  className={classes['version']}
                  aria-pressed={un.id === montre.id}
                  onClick={() => setRang(un.rang)}
                >
                  Version {un.rang}
                </button>
              ))}
              <span className="pv-muted pv-small">
                {formatInstant(montre.creeA, timeZone)}
                {montre.agent !== null && `, ${montre.agent}`}
              </span>
            </nav>
          )}
        </>
      )}
      {complete && (
        <CompleterRecit
          onFermer={() => {
            setComplete(false)
            setRang(null)
          }}
        />
      )}
    </Card>
  )
}
