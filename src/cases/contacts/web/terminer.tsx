import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { ChoiceField } from '#platform/web/choice-field.tsx'
import { contract, type SuiteVue } from '../contract.ts'
import { LIBELLES_DES_ISSUES } from '../domain/labels.ts'
import { ISSUES_DE, type Issue } from '../domain/model.ts'
import { peutSeRetenter } from '../domain/rules.ts'
import { ChampQuand } from './champs-de-suite.tsx'

const TITRES = {
  rappel: 'Ce qu’il en est du rappel',
  'rendez-vous': 'Ce qu’il en est du rendez-vous',
} as const

interface TerminerProps {
  readonly suite: SuiteVue
  readonly issue: Issue
  /** nothing else is promised: the contact may close with it */
  readonly estLaDerniere: boolean
  readonly onFermer: () => void
}

/** What became of a promise: kept, without answer, cancelled; another attempt, or the end. */
export function Terminer({ suite, issue: proposee, estLaDerniere, onFermer }: TerminerProps) {
  const issues: readonly Issue[] = ISSUES_DE[suite.nature]
  const [issue, setIssue] = useState(proposee)
  const [note, setNote] = useState('')
  const [quand, setQuand] = useState({ pourLe: '', heure: suite.nature === 'rappel' ? '' : suite.heure })
  const [clore, setClore] = useState(true)
  const saisie = useSaisieDeDossier(contract.terminer, { annonce: 'C’est noté.', onFait: onFermer })
  const nouvelle = peutSeRetenter(issue) && quand.pourLe !== '' ? quand : null
  const fermable = estLaDerniere && nouvelle === null
  return (
    <FenetreDeSaisie
      titre={TITRES[suite.nature]}
      bouton="Noter"
      taille="md"
      saisie={saisie}
      labels={{ issue: 'Issue', 'nouvelle.pourLe': 'Nouvel essai', 'nouvelle.heure': 'Heure' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          suiteId: suite.id,
          issue,
          note,
          nouvelle,
          clore: fermable && clore && !peutSeRetenter(issue),
        }))
      }
    >
      <ChoiceField
        {...saisie.form.field('issue')}
        label="Qu’en est-il ?"
        choices={issues.map((value) => ({ value, label: LIBELLES_DES_ISSUES[suite.nature][value] }))}
        value={issue}
        onChange={setIssue}
      />
      {peutSeRetenter(issue) && (
        <fieldset className="pv-fieldset">
          <legend>Nouvel essai (facultatif)</legend>
          <ChampQuand
            nature={suite.nature}
            valeur={quand}
            onChange={(plus) => setQuand((avant) => ({ ...avant, ...plus }))}
            champ={(path) => saisie.form.field(`nouvelle.${path}`)}
          />
        </fieldset>
      )}
      <Textarea
        {...saisie.form.field('note')}
        label="Note (facultatif)"
        value={note}
        maxLength={2000}
        minRows={2}
        onChange={(e) => setNote(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit()
        }}
        data-autofocus
      />
      {fermable && !peutSeRetenter(issue) && (
        <Checkbox
          label="Clore le contact"
          description="Plus rien n’est prévu. Il pourra être rouvert."
          checked={clore}
          onChange={(e) => setClore(e.currentTarget.checked)}
        />
      )}
    </FenetreDeSaisie>
  )
}
