import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyState } from '#platform/web/empty-state.tsx'
import type { Criteres } from '../contract-criteres.ts'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { cheminDesDossiers } from './paths.ts'

interface Contexte {
  readonly criteres: Criteres
  readonly recherche: string
  readonly type: TypesDeDossier[number] | undefined
  readonly goTo: (href: string) => void
  readonly effacer: () => void
}

const VIDES = {
  ouverts: ['Aucun dossier en cours', 'Les nouveaux dossiers apparaissent ici dès leur enregistrement.'],
  'a-moi': [
    'Aucun dossier ne vous est attribué',
    'Un dossier s’attribue depuis sa page, ou par vos collègues.',
  ],
  'non-assignes': ['Tous les dossiers ont un agent', 'Un dossier sans agent apparaît ici dès son arrivée.'],
  'en-retard': ['Aucun retard', 'Aucune échéance légale ou interne n’est dépassée.'],
  'de-cote': [
    'Vous n’avez rien mis de côté',
    'Un dossier se met de côté depuis sa page : il revient le jour que vous dites.',
  ],
  clos: ['Aucun dossier clos', 'Les dossiers clos restent consultables ici.'],
  tous: ['Aucun dossier', 'Le premier dossier s’enregistre avec « Nouveau », en haut à droite.'],
} as const satisfies Record<Criteres['vue'], readonly [string, string]>

/** Why the list is empty, and the way out. */
export function listeVide({ criteres, recherche, type, goTo, effacer }: Contexte): ReactNode {
  if (recherche !== '') {
    const partout = cheminDesDossiers({ vue: 'tous' })
    return (
      <EmptyState
        title={`Aucun dossier pour « ${recherche} »`}
        action={
          <div className="pv-row">
            <Button variant="default" onClick={effacer}>
              Effacer la recherche
            </Button>
            {criteres.vue !== 'tous' && (
              <Button variant="default" onClick={() => goTo(cheminDesDossiers({ ...criteres, vue: 'tous' }))}>
                Chercher aussi dans les dossiers clos
              </Button>
            )}
          </div>
        }
      >
        Les accents et les majuscules ne comptent pas. Essayez une partie du nom, ou le numéro du dossier.
        {criteres.type !== undefined &&
          partout !== '' &&
          ' La recherche ne porte ici que sur un type de dossier.'}
      </EmptyState>
    )
  }
  const filtre =
    criteres.etat ??
    criteres.serviceId ??
    criteres.assigneA ??
    criteres.attente ??
    criteres.priorite ??
    criteres.etiquetteId
  if (filtre !== undefined) {
    return (
      <EmptyState
        title="Aucun dossier avec ces filtres"
        action={
          <Button
            variant="default"
            onClick={() =>
              goTo(
                cheminDesDossiers({
                  vue: criteres.vue,
                  ...(criteres.type === undefined ? {} : { type: criteres.type }),
                }),
              )
            }
          >
            Effacer les filtres
          </Button>
        }
      />
    )
  }
  const [titre, texte] = VIDES[criteres.vue]
  return (
    <EmptyState
      title={type === undefined ? titre : `${titre} parmi les ${type.pluriel.toLocaleLowerCase('fr')}`}
    >
      {texte}
    </EmptyState>
  )
}
