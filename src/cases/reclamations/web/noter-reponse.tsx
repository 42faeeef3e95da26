import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import {
  ChoisirDesFichiers,
  ListeDesDepots,
  useArrivees,
  useDepots,
  VoileDeDepot,
} from '#core/pieces/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './reclamation.module.css'

/** The exception: an answer written and sent elsewhere, of which the copy is kept. */
export function NoterReponse({ onFermer }: { onFermer: () => void }) {
  const { today } = useWebSession()
  const [envoyeeLe, setEnvoyeeLe] = useState(today)
  const depots = useDepots({})
  const survole = useArrivees({ onFichiers: depots.deposer })
  const saisie = useSaisieDeDossier(contract.noterReponse, { annonce: 'Réponse notée.', onFait: onFermer })
  const champ = saisie.form.field('pieces')
  return (
    <FenetreDeSaisie
      titre="Réponse partie hors de Porte-voix"
      bouton="Noter la réponse"
      taille="md"
      saisie={saisie}
      labels={{ envoyeeLe: 'Date d’envoi', pieces: 'Copie de la réponse' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          envoyeeLe,
          pieces: depots.faits.map(({ piece }) => piece.id),
        }))
      }
    >
      <p className="pv-muted">
        Pour un dossier commencé ailleurs. Porte-voix ne peut pas vérifier cette lettre&nbsp;: elle doit
        informer la personne qu’elle peut saisir un médiateur, accompagnée d’un représentant des usagers (CSP,
        art.&nbsp;R.&nbsp;1112-92).
      </p>
      <DayField
        {...saisie.form.field('envoyeeLe')}
        label="Partie le"
        value={envoyeeLe}
        max={today}
        onChange={setEnvoyeeLe}
        data-autofocus
      />
      <fieldset className="pv-fieldset" id={champ.id} tabIndex={-1}>
        <legend>Copie de la réponse</legend>
        <VoileDeDepot visible={survole}>Lâchez la copie de la réponse</VoileDeDepot>
        <ListeDesDepots depots={depots} />
        <ChoisirDesFichiers onFichiers={depots.deposer} size="compact-md">
          {depots.depots.length === 0 ? 'Choisir le scan ou le PDF…' : 'Ajouter un fichier'}
        </ChoisirDesFichiers>
        {champ.error !== undefined && <p className={classes['erreur']}>{champ.error}</p>}
      </fieldset>
    </FenetreDeSaisie>
  )
}
