import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { formatInstant, formatSize } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { DemandeRecue, TacheVue } from '../contract.ts'
import classes from './taches.module.css'

/** Above this, a text scrolls in its own box, reachable by the keyboard. */
const LONG = 1500

function Texte({ de, children }: { de: string; children: string }) {
  if (children.length <= LONG) return <p className={classes['texte']}>{children}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`${classes['texte']} ${classes['long']}`} tabIndex={0} aria-label={de}>
      {children}
    </section>
  )
}

/** What a service answered, each passage in front of its answer, with who says it and when. */
export function Reponse({ tache }: { tache: TacheVue | DemandeRecue }) {
  const { timeZone } = useWebSession()
  const { repondant, repondueA, reponse, sujets, pieces, parLien, nature } = tache
  const montres = nature === 'restitution' ? [] : sujets
  return (
    <div className={classes['reponses']}>
      {montres.map(({ sujetId, rang, titre, citation, reponse: texte }) => (
        <div key={sujetId} className={classes['cote-a-cote']}>
          <div>
            <strong>
              {rang}. {titre}
            </strong>
            {citation !== '' && (
              <blockquote className={classes['citation']}>«&nbsp;{citation}&nbsp;»</blockquote>
            )}
          </div>
          {texte === null ? (
            <p className="pv-muted">Sans réponse sur ce point.</p>
          ) : (
            <Texte de={`Réponse au point ${rang}`}>{texte}</Texte>
          )}
        </div>
      ))}
      {reponse.trim() !== '' && <Texte de="Réponse du service">{reponse}</Texte>}
      {pieces.length > 0 && (
        <p className={classes['pieces']}>
          {pieces.map(({ id, nom, taille }) => (
            <span key={id}>
              <a href={adresseDeTelechargement(id)}>{nom}</a>{' '}
              <span className="pv-muted pv-small">{formatSize(taille)}</span>
            </span>
          ))}
        </p>
      )}
      <p className={classes['meta']}>
        {nature === 'restitution' ? 'Lu' : 'Répondu'}
        {repondueA !== null && ` le ${formatInstant(repondueA, timeZone)}`}
        {repondant !== null && ` par ${repondant.nom}, ${repondant.fonction}`}
        {parLien && ' (par le lien)'}.
      </p>
    </div>
  )
}
