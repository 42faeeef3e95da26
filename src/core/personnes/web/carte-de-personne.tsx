import { Button, CopyButton } from '@mantine/core'
import { AppLink } from '#platform/web/app-link.tsx'
import { formatDate } from '#platform/web/formats.ts'
import type { PersonneVue } from '../contract.ts'
import { nomComplet } from './identite.ts'
import { cheminDeLaPersonne } from './paths.ts'
import classes from './personnes.module.css'

/** Someone as a dossier shows them: name, how to reach them, and the address ready for an envelope. */
export function CarteDePersonne({
  personne,
  avecLien = false,
  onModifier,
  onConsentements,
  onRetirer,
}: {
  personne: PersonneVue
  /** the name leads to the page of the person */
  avecLien?: boolean
  onModifier?: () => void
  onConsentements?: () => void
  onRetirer?: () => void
}) {
  const { courriel, telephone, neeLe, lignesPostales } = personne
  return (
    <div className={classes['carte']}>
      {avecLien ? (
        <AppLink href={cheminDeLaPersonne(personne.id)} className={classes['nom']}>
          {nomComplet(personne)}
        </AppLink>
      ) : (
        <span className={classes['nom']}>{nomComplet(personne)}</span>
      )}
      {neeLe !== null && <span className="pv-muted pv-small">né(e) le {formatDate(neeLe)}</span>}
      {courriel !== '' && (
        <a className="pv-small" href={`mailto:${courriel}`}>
          {courriel}
        </a>
      )}
      {telephone !== '' && (
        <a className="pv-small" href={`tel:${telephone.replace(/\s/g, '')}`}>
          {telephone}
        </a>
      )}
      {lignesPostales.length > 1 && (
        <address className={classes['adresse']}>
          {lignesPostales.map((ligne) => (
            <span key={ligne}>{ligne}</span>
          ))}
        </address>
      )}
      <div className={`${classes['gestes']} pv-no-print`}>
        {lignesPostales.length > 1 && (
          <CopyButton value={lignesPostales.join('\n')} timeout={2500}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={copy}>
                <span aria-live="polite">{copied ? 'Adresse copiée' : 'Copier l’adresse'}</span>
              </Button>
            )}
          </CopyButton>
        )}
        {onModifier !== undefined && (
          <Button
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            onClick={onModifier}
            aria-label={`Corriger les coordonnées de ${nomComplet(personne)}`}
          >
            Corriger
          </Button>
        )}
        {onConsentements !== undefined && (
          <Button
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            onClick={onConsentements}
            aria-label={`Consentements de ${nomComplet(personne)}`}
          >
            Consentements
          </Button>
        )}
        {onRetirer !== undefined && (
          <Button
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            onClick={onRetirer}
            aria-label={`Retirer ${nomComplet(personne)} du dossier`}
          >
            Retirer
          </Button>
        )}
      </div>
    </div>
  )
}
