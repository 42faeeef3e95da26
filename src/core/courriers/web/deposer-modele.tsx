import { Progress } from '@mantine/core'
import { useState } from 'react'
import { ChoisirDesFichiers } from '#core/pieces/web/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { toast } from '#platform/web/toast.tsx'
import { uploadFile } from '#platform/web/upload.ts'
import { contract } from '../contract.ts'
import classes from './courriers.module.css'

type Defauts = OutputOf<typeof contract.deposerModele>['defauts']

type Etat =
  | { readonly nature: 'repos' }
  | { readonly nature: 'envoi'; readonly part: number }
  | { readonly nature: 'echec'; readonly message: string }
  | { readonly nature: 'defauts'; readonly nom: string; readonly defauts: Defauts }

export interface DeposerModeleProps {
  readonly code: string
  readonly libelle: string
  readonly onFait: () => Promise<void>
}

/** Sends the hospital's own Word template. What prevents its use is listed with its place; the one in use stays. */
export function DeposerModele({ code, libelle, onFait }: DeposerModeleProps) {
  const [etat, setEtat] = useState<Etat>({ nature: 'repos' })
  const deposer = async (fichier: File | undefined): Promise<void> => {
    if (fichier === undefined) return
    setEtat({ nature: 'envoi', part: 0 })
    try {
      const { version, defauts } = await uploadFile(contract.deposerModele, fichier, { code }, (part) =>
        setEtat({ nature: 'envoi', part }),
      )
      if (version === null) {
        setEtat({ nature: 'defauts', nom: fichier.name, defauts })
        return
      }
      setEtat({ nature: 'repos' })
      toast(`Modèle « ${libelle} » mis en service.`)
      await onFait()
    } catch (error) {
      setEtat({ nature: 'echec', message: toProblem(error).message })
    }
  }
  return (
    <>
      <ChoisirDesFichiers
        size="compact-md"
        multiple={false}
        accept=".docx"
        loading={etat.nature === 'envoi'}
        onFichiers={([fichier]) => void deposer(fichier)}
      >
        Déposer notre modèle…
      </ChoisirDesFichiers>
      {etat.nature === 'envoi' && (
        <Progress value={etat.part * 100} size={4} w="100%" aria-label="Envoi du modèle" />
      )}
      {etat.nature === 'echec' && (
        <p className={classes['echec']} role="alert">
          {etat.message}
        </p>
      )}
      {etat.nature === 'defauts' && (
        <div className={classes['defauts']} role="alert">
          <p>
            <strong>{etat.nom} n’est pas encore utilisable.</strong> Corrigez dans Word les points suivants,
            puis déposez-le de nouveau. Le modèle en usage ne change pas.
          </p>
          <ul>
            {etat.defauts.map(({ code: defaut, balise, endroit, message }) => (
              <li key={`${defaut}-${balise}-${endroit}`}>
                {message}
                {endroit !== '' && <span className="pv-muted"> ({endroit})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
