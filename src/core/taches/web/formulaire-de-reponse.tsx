import { Textarea, TextInput } from '@mantine/core'
import { ActionButton } from '#platform/web/action-button.tsx'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract, type DemandeRecue } from '../contract.ts'
import { sujetsSansReponse } from '../domain/rules.ts'
import { REPONSE_MAX } from '../domain/tache.ts'
import { PiecesDeReponse } from './pieces-de-reponse.tsx'
import classes from './taches.module.css'
import { type ReponseEnCours, useReponse } from './use-reponse.ts'

const LABELS = { reponse: 'Réponse', nom: 'Prénom et nom', fonction: 'Fonction' }

function Conflit({ demande, enCours }: { demande: DemandeRecue; enCours: ReponseEnCours }) {
  const { conflit, ecrit } = enCours
  if (conflit === null) return null
  const textes = [
    ...demande.sujets.map(({ sujetId, titre }) => ({
      label: titre,
      mine: ecrit.reponses[sujetId] ?? '',
      current: conflit.reponses[sujetId] ?? '',
    })),
    { label: 'Réponse', mine: ecrit.reponse, current: conflit.reponse },
    {
      label: 'Qui répond',
      mine: `${ecrit.nom}, ${ecrit.fonction}`,
      current: `${conflit.nom}, ${conflit.fonction}`,
    },
  ]
  return (
    <VersionConflict
      what="cette réponse"
      values={textes}
      onKeep={enCours.garderLeMien}
      onTake={enCours.prendreLeSien}
    />
  )
}

/** Answers a request signed in: kept while it is written, sent once after a confirmation. */
export function FormulaireDeReponse({ demande }: { demande: DemandeRecue }) {
  const enCours = useReponse(demande)
  const { ecrit, changer } = enCours
  const invalider = useInvalidateAll()
  const explique = demande.nature === 'explications'
  const form = useOperationForm(contract.repondre, async () => {
    toast(explique ? 'Réponse envoyée.' : 'Lecture confirmée.')
    await invalider()
  })
  const erreurDe = (champ: string): string | undefined => form.errors[champ] ?? enCours.refus?.champs[champ]

  const envoyer = async (): Promise<void> => {
    const version = await enCours.garder()
    if (version === null) return
    const sans = explique ? sujetsSansReponse(demande.sujets, ecrit.reponses).length : 0
    const oublis = sans === 0 ? '' : `${formatCount(sans, 'point')} sans réponse. `
    const oui = await confirm({
      title: explique ? 'Envoyer la réponse ?' : 'Confirmer la lecture ?',
      text: `${oublis}Une fois envoyée, elle ne se modifie plus.`,
      action: explique ? 'Envoyer la réponse' : 'Confirmer',
    })
    if (oui) await form.submit({ id: demande.id, version })
  }

  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        void envoyer()
      }}
    >
      <Conflit demande={demande} enCours={enCours} />
      <ErrorSummary form={form} labels={LABELS} />
      {demande.sujets.map(({ sujetId, rang, titre, citation }) => (
        <Card key={sujetId} title={`${rang}. ${titre}`}>
          {explique && citation !== '' && (
            <blockquote className={classes['citation']}>«&nbsp;{citation}&nbsp;»</blockquote>
          )}
          {!explique && <p className={classes['texte']}>{citation}</p>}
          {explique && (
            <Textarea
              label={`Votre réponse au point ${rang}`}
              error={erreurDe(`reponses.${sujetId}`)}
              value={ecrit.reponses[sujetId] ?? ''}
              maxLength={REPONSE_MAX}
              minRows={4}
              maxRows={20}
              onChange={(e) => changer({ reponses: { ...ecrit.reponses, [sujetId]: e.currentTarget.value } })}
            />
          )}
        </Card>
      ))}
      <Card>
        <Textarea
          {...form.field('reponse')}
          error={erreurDe('reponse')}
          label={explique ? 'Ce que vous souhaitez ajouter' : 'Commentaire (facultatif)'}
          value={ecrit.reponse}
          maxLength={REPONSE_MAX}
          minRows={4}
          maxRows={20}
          onChange={(e) => changer({ reponse: e.currentTarget.value })}
        />
      </Card>
      <PiecesDeReponse demande={demande} />
      <Card title="Qui répond">
        <div className="pv-form-columns">
          <TextInput
            {...form.field('nom')}
            error={erreurDe('nom')}
            label="Prénom et nom"
            value={ecrit.nom}
            maxLength={200}
            onChange={(e) => changer({ nom: e.currentTarget.value })}
          />
          <TextInput
            {...form.field('fonction')}
            error={erreurDe('fonction')}
            label="Fonction"
            value={ecrit.fonction}
            maxLength={200}
            onChange={(e) => changer({ fonction: e.currentTarget.value })}
          />
        </div>
      </Card>
      {enCours.refus !== null && Object.keys(enCours.refus.champs).length === 0 && (
        <Notice tone="late">{enCours.refus.message}</Notice>
      )}
      <div className={classes['barre']}>
        <span className="pv-muted pv-small" role="status">
          {enCours.etat ?? 'Ce que vous écrivez se garde tout seul.'}
        </span>
        <ActionButton
          type="submit"
          loading={form.pending}
          disabledReason={enCours.conflit === null ? null : 'Choisissez d’abord le texte à garder.'}
        >
          {explique ? 'Envoyer la réponse' : 'Confirmer la lecture'}
        </ActionButton>
      </div>
    </form>
  )
}
