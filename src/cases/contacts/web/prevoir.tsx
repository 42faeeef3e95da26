import { useState } from 'react'
import { FenetreDeSaisie, useDossier, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { contract } from '../contract.ts'
import type { NatureDeSuite } from '../domain/model.ts'
import { enSuiteSaisie, SUITE_VIDE, type SuiteEnSaisie } from './brouillon.tsx'
import { ChampsDeSuite } from './champs-de-suite.tsx'

const TITRES = { rappel: 'Prévoir un rappel', 'rendez-vous': 'Prévoir un rendez-vous' } as const

/** A call back or an appointment promised to the person. */
export function Prevoir({ nature, onFermer }: { nature: NatureDeSuite; onFermer: () => void }) {
  const { tronc } = useDossier()
  const [suite, setSuite] = useState<SuiteEnSaisie>(SUITE_VIDE)
  const connu = tronc.personnes.find(({ role }) => role === 'auteur')?.telephone ?? ''
  const telephone = suite.telephone ?? connu
  const saisie = useSaisieDeDossier(contract.prevoir, {
    annonce: nature === 'rappel' ? 'Rappel prévu.' : 'Rendez-vous prévu.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={TITRES[nature]}
      bouton={TITRES[nature]}
      taille="md"
      saisie={saisie}
      labels={{ 'suite.pourLe': 'Jour', 'suite.heure': 'Heure', 'suite.agentId': 'Confié à' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({ ...cible, suite: enSuiteSaisie(nature, suite, telephone) }))
      }
    >
      <ChampsDeSuite
        nature={nature}
        valeur={suite}
        telephone={telephone}
        onChange={(plus) => setSuite((s) => ({ ...s, ...plus }))}
        champ={(path) => saisie.form.field(`suite.${path}`)}
      />
    </FenetreDeSaisie>
  )
}
