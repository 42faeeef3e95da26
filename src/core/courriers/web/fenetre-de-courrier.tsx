import { useState } from 'react'
import type { CourrierVu } from '../contract.ts'
import type { ProchaineAction } from '../domain/rules.ts'
import { Abandonner } from './abandonner.tsx'
import { CeQuiAChange } from './ce-qui-a-change.tsx'
import { ConstaterEnvoi } from './constater-envoi.tsx'
import { DemanderVisa } from './demander-visa.tsx'
import { DetailDuCourrier } from './detail-du-courrier.tsx'
import { Envoyer } from './envoyer.tsx'
import { Reimporter } from './reimporter.tsx'
import { RendreVisa } from './rendre-visa.tsx'
import { Signer } from './signer.tsx'
import { SignerSurPapier } from './signer-sur-papier.tsx'
import { SuivreRecommande } from './suivre-recommande.tsx'

/** What is being done with a letter, each in its own window. */
export type Fenetre = ProchaineAction | 'detail' | 'changements' | 'abandonner' | 'suivre'

export interface FenetreDeCourrierProps {
  readonly courrier: CourrierVu
  readonly fenetre: Fenetre
  readonly onFermer: () => void
}

/** The window of a letter, whatever the type of its dossier; one leads to another. */
export function FenetreDeCourrier({ courrier, fenetre: demandee, onFermer }: FenetreDeCourrierProps) {
  const [fenetre, setFenetre] = useState<Fenetre>(demandee)
  switch (fenetre) {
    case 'detail':
      return <DetailDuCourrier courrier={courrier} onFermer={onFermer} onOuvrir={setFenetre} />
    case 'envoyer':
      return <Envoyer courrier={courrier} onFermer={onFermer} onDouteux={() => setFenetre('constater')} />
    case 'reimporter':
      return <Reimporter courrier={courrier} onFermer={onFermer} onDepose={() => setFenetre('changements')} />
    case 'changements':
      return <CeQuiAChange courrier={courrier} onFermer={() => setFenetre('detail')} />
    case 'demanderVisa':
      return <DemanderVisa courrier={courrier} onFermer={onFermer} />
    case 'rendreVisa':
      return <RendreVisa courrier={courrier} onFermer={onFermer} />
    case 'signer':
      return <Signer courrier={courrier} onFermer={onFermer} />
    case 'signerSurPapier':
      return <SignerSurPapier courrier={courrier} onFermer={onFermer} />
    case 'constater':
      return <ConstaterEnvoi courrier={courrier} onFermer={onFermer} />
    case 'abandonner':
      return <Abandonner courrier={courrier} onFermer={onFermer} />
    case 'suivre':
      return <SuivreRecommande courrier={courrier} onFermer={() => setFenetre('detail')} />
  }
}
