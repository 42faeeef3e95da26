import { type CriteresDAdresse, cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import type { AccueilVu } from '../contract.ts'
import classes from './accueil.module.css'
import { compteAffiche } from './phrase-du-jour.tsx'

interface Chiffre {
  readonly nom: keyof AccueilVu['compteurs']
  readonly un: string
  readonly plusieurs: string
  readonly vue: CriteresDAdresse['vue']
}

const CHIFFRES: readonly Chiffre[] = [
  {
    nom: 'enRetard',
    un: 'dossier a dépassé une échéance',
    plusieurs: 'dossiers ont dépassé une échéance',
    vue: 'en-retard',
  },
  {
    nom: 'aujourdHui',
    un: 'dossier à traiter aujourd’hui',
    plusieurs: 'dossiers à traiter aujourd’hui',
    vue: undefined,
  },
  { nom: 'ouverts', un: 'dossier en cours', plusieurs: 'dossiers en cours', vue: 'ouverts' },
  { nom: 'nonAssignes', un: 'dossier sans agent', plusieurs: 'dossiers sans agent', vue: 'non-assignes' },
]

/** Four figures, each opening the dossiers it counts. */
export function Chiffres({ accueil }: { accueil: AccueilVu }) {
  return (
    <ul className={classes['chiffres']}>
      {CHIFFRES.map(({ nom, un, plusieurs, vue }) => {
        const nombre = accueil.compteurs[nom]
        const contenu = (
          <>
            <b>{compteAffiche(nombre, accueil.plafond)}</b> <span>{nombre > 1 ? plusieurs : un}</span>
          </>
        )
        const tone = nom === 'enRetard' && nombre > 0 ? classes['retard'] : ''
        return (
          <li key={nom}>
            {vue === undefined ? (
              <a href="#a-faire" className={`${classes['chiffre']} ${tone}`}>
                {contenu}
              </a>
            ) : (
              <AppLink href={cheminDesDossiers({ vue })} className={`${classes['chiffre']} ${tone}`}>
                {contenu}
              </AppLink>
            )}
          </li>
        )
      })}
    </ul>
  )
}
