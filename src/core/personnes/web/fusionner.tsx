import { Button, Radio, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatCount, formatDate } from '#platform/web/formats.ts'
import { useGoTo, usePathParam } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { keyOf, useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { DossierDeFusion } from '../contract-fusions.ts'
import type { ChampDeFusion, Choix, Cote } from '../domain/fusion.ts'
import { LIBELLES_DES_CHAMPS, LIBELLES_DES_NIVEAUX, phraseDuRapprochement } from '../domain/labels.ts'
import { CIVILITES, nomComplet } from './identite.ts'
import { ROLE_DANS_LE_DOSSIER } from './labels.ts'
import { cheminDeFusion, cheminDeLaPersonne } from './paths.ts'
import classes from './personnes.module.css'

type Apercu = OutputOf<typeof contract.apercevoirFusion>
type Champ = Apercu['champs'][number]

const montrer = (champ: ChampDeFusion, valeur: string): string => {
  if (valeur === '') return '—'
  if (champ === 'neeLe') return formatDate(valeur)
  if (champ === 'civilite') return CIVILITES[valeur === 'mme' || valeur === 'm' ? valeur : '']
  return valeur
}

/** What each record says, and which is kept: a choice only where they differ. */
function ChampsCompares({
  champs,
  choix,
  onChoisir,
}: {
  champs: readonly Champ[]
  choix: Choix
  onChoisir: (champ: ChampDeFusion, cote: Cote) => void
}) {
  return (
    <table className={classes['comparaison']}>
      <thead>
        <tr>
          <td />
          <th scope="col">Fiche gardée</th>
          <th scope="col">Autre fiche</th>
        </tr>
      </thead>
      <tbody>
        {champs.map(({ champ, gardee, absorbee }) => {
          const libelle = LIBELLES_DES_CHAMPS[champ]
          const egales = gardee === absorbee
          return (
            <tr key={champ}>
              <th scope="row">{libelle}</th>
              {(['gardee', 'absorbee'] as const).map((cote) => {
                const valeur = montrer(champ, cote === 'gardee' ? gardee : absorbee)
                return (
                  <td key={cote} data-retenu={!egales && choix[champ] === cote}>
                    {egales ? (
                      <span className="pv-muted">{valeur}</span>
                    ) : (
                      <Radio
                        name={champ}
                        label={valeur}
                        aria-label={`${libelle} : ${valeur}, de la ${cote === 'gardee' ? 'fiche gardée' : 'autre fiche'}`}
                        checked={choix[champ] === cote}
                        onChange={() => onChoisir(champ, cote)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Dossiers({ dossiers, vide }: { dossiers: readonly DossierDeFusion[]; vide: string }) {
  if (dossiers.length === 0) return <p className="pv-muted pv-small">{vide}</p>
  return (
    <ul className="pv-lines">
      {dossiers.map(({ id, numero, objet, role, recuLe }) => (
        <li key={`${id}-${role}`} className="pv-small">
          <strong className="pv-nowrap">{numero}</strong> · {objet}
          <span className="pv-muted">
            {' '}
            — {ROLE_DANS_LE_DOSSIER[role].toLocaleLowerCase('fr')}, reçu le {formatDate(recuLe)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Two records side by side before they become one: what is kept, what moves, and the way back. */
export function Fusionner() {
  const id = usePathParam('id')
  const autreId = usePathParam('autre')
  const apercu = useOperation(contract.apercevoirFusion, { id, autreId })
  return (
    <Page narrow>
      <QueryView query={apercu}>{(vu) => <Formulaire key={`${id}${autreId}`} apercu={vu} />}</QueryView>
    </Page>
  )
}

function Formulaire({ apercu }: { apercu: Apercu }) {
  const { gardee, absorbee, rapprochement, champs, refus } = apercu
  const goTo = useGoTo()
  const rafraichir = useInvalidateAll()
  const [choix, setChoix] = useState<Choix>(
    () => Object.fromEntries(champs.map(({ champ, propose }) => [champ, propose])) as Choix,
  )
  const [motif, setMotif] = useState('')
  const annulation = useOperationForm(contract.annulerFusion, async () => {
    await rafraichir()
    toast('Fusion annulée : les deux fiches sont comme avant.')
  })
  const client = useQueryClient()
  const form = useOperationForm(contract.fusionner, async ({ fusionId }) => {
    // what was compared no longer exists: all but it is read again
    const [, chemin] = keyOf(contract.apercevoirFusion)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== chemin })
    goTo(cheminDeLaPersonne(gardee.id), { replace: true })
    toast('Les deux fiches n’en font plus qu’une.', {
      label: 'Annuler',
      run: () => void annulation.submit({ id: fusionId }),
    })
  })
  const envoyer = (): void =>
    void form.submit({
      id: gardee.id,
      autreId: absorbee.id,
      version: gardee.version,
      autreVersion: absorbee.version,
      choix,
      motif,
    })
  return (
    <>
      <PageHeader
        title={`Réunir deux fiches de ${nomComplet(gardee)}`}
        documentTitle="Réunir deux fiches"
        lead="Rien n’est effacé : la fusion s’annule tant que ce qu’elle a déplacé n’a pas changé."
      />
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          envoyer()
        }}
      >
        <ErrorSummary form={form} labels={{ motif: 'Pourquoi c’est la même personne' }} />
        {form.problem?.code === 'stale' && (
          <Notice
            tone="soon"
            title="L’une des fiches vient d’être corrigée."
            action={
              <Button size="compact-sm" variant="default" onClick={() => void rafraichir()}>
                Relire les fiches
              </Button>
            }
          />
        )}
        {refus !== null && <Notice tone="late">{refus}</Notice>}
        <Notice
          tone={rapprochement === null ? 'late' : rapprochement.niveau === 'homonyme' ? 'soon' : 'info'}
        >
          {rapprochement === null
            ? 'Ces deux fiches ressemblent à deux personnes différentes.'
            : `${LIBELLES_DES_NIVEAUX[rapprochement.niveau]} : ${phraseDuRapprochement(rapprochement)}.`}
        </Notice>
        <Card title="Ce que dira la fiche">
          <ChampsCompares
            champs={champs}
            choix={choix}
            onChoisir={(champ, cote) => setChoix({ ...choix, [champ]: cote })}
          />
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => goTo(cheminDeFusion(absorbee.id, gardee.id), { replace: true })}
          >
            Garder plutôt l’autre fiche
          </Button>
        </Card>
        <Card title="Ce qui change de fiche">
          <Dossiers dossiers={apercu.dossiersDeplaces} vide="Aucun dossier de l’autre fiche." />
          {apercu.consentementsDeplaces > 0 && (
            <p className="pv-small">
              Et {formatCount(apercu.consentementsDeplaces, 'consentement')}, avec{' '}
              {apercu.consentementsDeplaces === 1 ? 'sa date' : 'leurs dates'}.
            </p>
          )}
          <details className={classes['homonymes']}>
            <summary>{formatCount(apercu.dossiersGardes.length, 'dossier')} déjà sur la fiche gardée</summary>
            <Dossiers dossiers={apercu.dossiersGardes} vide="Aucun dossier." />
          </details>
        </Card>
        <Textarea
          {...form.field('motif')}
          label={apercu.motifRequis ? 'Pourquoi c’est la même personne' : 'Pourquoi (facultatif)'}
          description="Ce motif reste avec la fusion."
          placeholder="Vue au guichet avec sa carte d’identité…"
          value={motif}
          maxLength={1000}
          onChange={(e) => setMotif(e.currentTarget.value)}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={() => goTo(cheminDeLaPersonne(gardee.id))}>
            Renoncer
          </Button>
          <Button type="submit" loading={form.pending} disabled={refus !== null}>
            Réunir les deux fiches
          </Button>
        </div>
      </form>
    </>
  )
}
