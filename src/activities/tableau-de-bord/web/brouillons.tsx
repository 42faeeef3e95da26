import { contract as dossiers } from '#core/dossiers/contract.ts'
import { GARDE_DES_BROUILLONS_EN_JOURS } from '#core/dossiers/domain/brouillon.ts'
import { useTypesWeb } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatPastDay, formatTime } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import classes from './accueil.module.css'

/** What says most about a draft: its object, or the first words of its text. */
function titreDe(contenu: Readonly<Record<string, unknown>>): string {
  for (const nom of ['objet', 'recit', 'texte']) {
    const valeur = contenu[nom]
    if (typeof valeur === 'string' && valeur.trim() !== '') {
      const texte = valeur.trim().replace(/\s+/g, ' ')
      return texte.length > 80 ? `${texte.slice(0, 79)}…` : texte
    }
  }
  return 'Sans objet pour l’instant'
}

/** Entries begun and put aside: one click resumes them where they were. */
export function BrouillonsAReprendre({ jour }: { jour: string }) {
  const query = useOperation(dossiers.listerBrouillons, {}, { staleTime: 0 })
  const types = useTypesWeb()
  const { timeZone } = useWebSession()
  return (
    <Card title="À reprendre">
      <QueryView query={query}>
        {({ brouillons }) => (
          <>
            <ul className="pv-lines">
              {brouillons.map(({ id, type, contenu, modifieA }) => {
                const typeWeb = types.find(({ code }) => code === type)
                const href = typeWeb?.reprise?.(id)
                return (
                  <li key={id}>
                    {href === undefined ? (
                      titreDe(contenu)
                    ) : (
                      <AppLink href={href} className={classes['lien']}>
                        {titreDe(contenu)}
                      </AppLink>
                    )}
                    <p className="pv-small pv-muted">
                      {typeWeb === undefined ? '' : `${typeWeb.creation.label}, `}brouillon enregistré{' '}
                      {formatPastDay(dayOf(modifieA, timeZone), jour)} à {formatTime(modifieA, timeZone)}
                    </p>
                  </li>
                )
              })}
            </ul>
            <p className="pv-small pv-muted">
              Un brouillon auquel vous ne touchez pas pendant {GARDE_DES_BROUILLONS_EN_JOURS} jours est
              effacé.
            </p>
          </>
        )}
      </QueryView>
    </Card>
  )
}
