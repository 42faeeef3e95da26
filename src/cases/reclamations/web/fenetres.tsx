import { FenetreDeCourrier } from '#core/courriers/web/index.ts'
import type { ReclamationVue } from '../contract.ts'
import { AccuserReception } from './accuser-reception.tsx'
import { AjouterCourrier } from './ajouter-courrier.tsx'
import { ClasserSansReponse } from './classer-sans-reponse.tsx'
import { CopieARemettre } from './copie-a-remettre.tsx'
import { courrierEnAttente, type Etape } from './etape.tsx'
import { NoterEnregistrement } from './noter-enregistrement.tsx'
import { NoterReponse } from './noter-reponse.tsx'

export interface FenetresProps {
  readonly vue: ReclamationVue
  readonly ouverte: Etape | null
  /** asked for at intake: done on arrival, without another click */
  readonly automatique: boolean
  readonly onOuvrir: (etape: Etape | null) => void
}

/** The window of the step being done. */
export function Fenetres({ vue, ouverte, automatique, onOuvrir }: FenetresProps) {
  const fermer = (): void => onOuvrir(null)
  switch (ouverte) {
    case null:
      return null
    case 'copie':
      return <CopieARemettre refus={vue.actions.remettreCopie} imprimer={automatique} onFermer={fermer} />
    case 'accuse':
      return (
        <AccuserReception
          canal={vue.canalAccuse}
          automatique={automatique}
          onFermer={fermer}
          onPret={() => onOuvrir('envoi')}
        />
      )
    case 'envoi': {
      const courrier = courrierEnAttente(vue)
      return courrier === undefined ? null : (
        <FenetreDeCourrier courrier={courrier} fenetre={courrier.prochaine ?? 'detail'} onFermer={fermer} />
      )
    }
    case 'enregistrement':
      return <NoterEnregistrement onFermer={fermer} />
    case 'classement':
      return <ClasserSansReponse onFermer={fermer} />
    case 'courrier-recu':
      return <AjouterCourrier vue={vue} onFermer={fermer} />
    case 'reponse':
      return <NoterReponse onFermer={fermer} />
  }
}
