import { FenetreDeCourrier } from '#core/courriers/web/index.ts'
import type { ReclamationVue } from '../contract.ts'
import { AccuserReception } from './accuser-reception.tsx'
import { AjouterCourrier } from './ajouter-courrier.tsx'
import { ClasserSansReponse } from './classer-sans-reponse.tsx'
import { Clore } from './clore.tsx'
import { CopieARemettre } from './copie-a-remettre.tsx'
import { accuseEnAttente, type Etape, estRestituee, reponseEnAttente } from './etape.tsx'
import { NoterEnregistrement } from './noter-enregistrement.tsx'
import { NoterReponse } from './noter-reponse.tsx'
import { PreparerReponse } from './preparer-reponse.tsx'
import { Restituer } from './restituer.tsx'

export interface FenetresProps {
  readonly vue: ReclamationVue
  readonly ouverte: Etape | null
  /** asked for at intake: done on arrival, without another click */
  readonly automatique: boolean
  readonly onOuvrir: (etape: Etape | null) => void
}

interface LettreProps {
  readonly courrier: ReclamationVue['courriers'][number] | undefined
  /** just made: it is read over before anything else */
  readonly aRelire?: boolean
  readonly onFermer: () => void
}

/** What a letter waits for, or the letter itself. */
function Lettre({ courrier, aRelire = false, onFermer }: LettreProps) {
  if (courrier === undefined) return null
  const fenetre = aRelire ? 'detail' : (courrier.prochaine ?? 'detail')
  return <FenetreDeCourrier courrier={courrier} fenetre={fenetre} onFermer={onFermer} />
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
    case 'envoi':
      return <Lettre courrier={accuseEnAttente(vue)} onFermer={fermer} />
    case 'reponse-prete':
      return <Lettre courrier={reponseEnAttente(vue)} aRelire onFermer={fermer} />
    case 'envoi-de-la-reponse':
      return <Lettre courrier={reponseEnAttente(vue)} onFermer={fermer} />
    case 'enregistrement':
      return <NoterEnregistrement onFermer={fermer} />
    case 'classement':
      return <ClasserSansReponse onFermer={fermer} />
    case 'courrier-recu':
      return <AjouterCourrier vue={vue} onFermer={fermer} />
    case 'reponse':
      return (
        <PreparerReponse
          vue={vue}
          onFermer={fermer}
          onPret={() => onOuvrir('reponse-prete')}
          onAilleurs={() => onOuvrir('reponse-ailleurs')}
        />
      )
    case 'reponse-ailleurs':
      return <NoterReponse onFermer={fermer} />
    case 'cloture':
      return (
        <Clore
          avecRestitution={vue.actions.restituer === null && !estRestituee(vue)}
          onFermer={fermer}
          onRestituer={() => onOuvrir('restitution')}
        />
      )
    case 'restitution':
      return <Restituer griefs={vue.griefs} onFermer={fermer} />
  }
}
