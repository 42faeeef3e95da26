import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { type CANAUX_DE_COURRIER, contract as courriers } from '#core/courriers/contract.ts'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract, type ReclamationVue } from '../contract.ts'
import type { MesureVue } from '../contract-analyse.ts'
import { LIBELLES_DES_CONSTATS } from '../domain/labels.ts'
import { CODE_DE_LA_REPONSE, estADire, mesureEnMots } from '../domain/reponse.ts'
import { Choix } from './choix.tsx'
import { CANAUX_D_ENVOI, ChoixDuDestinataire } from './choix-du-destinataire.tsx'
import { reponseEnAttente } from './etape.tsx'
import { TONS_DES_CONSTATS } from './fiche-de-grief.tsx'
import { cheminDeLAnalyse } from './paths.ts'
import classes from './reclamation.module.css'

export interface PreparerReponseProps {
  readonly vue: ReclamationVue
  readonly onFermer: () => void
  /** the letter is there, to read over */
  readonly onPret: () => void
  /** it left already, from somewhere else */
  readonly onAilleurs: () => void
}

interface Valeurs {
  readonly canal: (typeof CANAUX_DE_COURRIER)[number]
  readonly destinataireId: string | null
  readonly signataireId: string | null
  /** measures left out */
  readonly tues: readonly string[]
  readonly pieces: readonly string[]
  readonly avecVoiesDeRecours: boolean
}

const LIBELLES = {
  destinataireId: 'Adressée à',
  signataireId: 'Signée par',
  mesures: 'Mesures dites à la personne',
  pieces: 'Pièces jointes',
  avecVoiesDeRecours: 'Voies de recours',
} as const

/** What the letter says of each grief: its finding, and the words written for the person. */
function GriefsDits({ griefs, id }: { griefs: ReclamationVue['griefs']; id: string }) {
  return (
    <div>
      <p>
        Pour chaque grief, la lettre dit son constat et votre réponse.{' '}
        <a href={cheminDeLAnalyse(id)}>Les relire dans l’analyse</a>
      </p>
      <ol className={classes['dits']}>
        {griefs.map(({ id: griefId, intitule, constat }) => (
          <li key={griefId}>
            {intitule}{' '}
            {constat !== null && (
              <StatusBadge tone={TONS_DES_CONSTATS[constat]}>{LIBELLES_DES_CONSTATS[constat]}</StatusBadge>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Those who may sign the answer today, null while they load; asked unless there is one. */
function useSignataires(): readonly { readonly value: string; readonly label: string }[] | null {
  const { data } = useOperation(courriers.listerSignataires, {})
  return (
    data?.signataires
      .filter((s) => s.estEnVigueur && (s.codes === null || s.codes.includes(CODE_DE_LA_REPONSE)))
      .map(({ id, nom, qualite }) => ({ value: id, label: `${nom}, ${qualite}` })) ?? null
  )
}

/** The measures of the analysis that still stand. */
function useMesures(id: string): readonly MesureVue[] | null {
  const { data } = useOperation(contract.obtenirAnalyse, { id })
  return data?.mesures.filter(estADire) ?? null
}

/** Makes the answer from the analysis: what the letter tells beside the griefs is chosen here. */
export function PreparerReponse({ vue, onFermer, onPret, onAilleurs }: PreparerReponseProps) {
  const { tronc, griefs } = vue
  const { can } = useWebSession()
  const signataires = useSignataires()
  const mesures = useMesures(tronc.id)
  const jointes = vue.pieces.filter(({ nature }) => nature !== 'courrier')
  const [v, setV] = useState<Valeurs>({
    canal: vue.canalAccuse,
    destinataireId: null,
    signataireId: null,
    tues: [],
    pieces: [],
    avecVoiesDeRecours: false,
  })
  const change = (plus: Partial<Valeurs>): void => setV((avant) => ({ ...avant, ...plus }))
  const saisie = useSaisieDeDossier(contract.preparerReponse, { annonce: 'Réponse prête.', onFait: onPret })
  const { form } = saisie
  const dites = (mesures ?? []).filter(({ id }) => !v.tues.includes(id))
  const { tues: _tues, ...reste } = v
  return (
    <FenetreDeSaisie
      titre="Rédiger la réponse"
      bouton="Préparer la lettre"
      saisie={saisie}
      labels={LIBELLES}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          ...reste,
          pieces: v.canal === 'papier' ? [...v.pieces] : [],
          mesures: dites.map(({ id }) => id),
        }))
      }
    >
      {reponseEnAttente(vue) !== undefined && (
        <Notice tone="soon" title="Une réponse est déjà préparée.">
          Celle-ci la remplacera&nbsp;: les corrections faites dans Word, le visa et la signature seront à
          refaire.
        </Notice>
      )}
      <GriefsDits griefs={griefs} id={tronc.id} />
      {mesures !== null && mesures.length > 0 && (
        <Checkbox.Group
          {...form.field('mesures')}
          label={LIBELLES.mesures}
          value={dites.map(({ id }) => id)}
          onChange={(cochees) =>
            change({ tues: mesures.flatMap(({ id }) => (cochees.includes(id) ? [] : [id])) })
          }
        >
          {mesures.map((mesure) => (
            <Checkbox key={mesure.id} value={mesure.id} label={mesureEnMots(mesure)} mt={4} />
          ))}
        </Checkbox.Group>
      )}
      <p className="pv-muted pv-small">
        L’offre de médiation et l’accompagnement par un représentant des usagers y figurent toujours (CSP,
        art.&nbsp;R.&nbsp;1112-92).
      </p>
      <Checkbox
        {...form.field('avecVoiesDeRecours')}
        checked={v.avecVoiesDeRecours}
        label="Indiquer les voies et délais de recours"
        description="Quand la réponse refuse une demande : sans eux, le délai de recours ne court pas (CJA, art. R. 421-5)."
        onChange={(e) => change({ avecVoiesDeRecours: e.currentTarget.checked })}
      />
      <Choix
        {...form.field('canal')}
        legende="Elle partira"
        choix={CANAUX_D_ENVOI}
        valeur={v.canal}
        onChange={(canal) => change({ canal })}
      />
      {jointes.length > 0 && v.canal === 'papier' && (
        <Checkbox.Group
          {...form.field('pieces')}
          label="Pièces jointes à la lettre"
          value={[...v.pieces]}
          onChange={(pieces) => change({ pieces })}
        >
          {jointes.map(({ id, nom }) => (
            <Checkbox key={id} value={id} label={nom} mt={4} />
          ))}
        </Checkbox.Group>
      )}
      <ChoixDuDestinataire
        personnes={tronc.personnes}
        champ={form.field('destinataireId')}
        valeur={v.destinataireId}
        onChange={(destinataireId) => change({ destinataireId })}
      />
      {signataires !== null && signataires.length !== 1 && (
        <Select
          {...form.field('signataireId')}
          label={LIBELLES.signataireId}
          description={
            signataires.length === 0
              ? 'Personne n’est habilité à la signer : un signataire s’ajoute dans les réglages.'
              : undefined
          }
          data={[...signataires]}
          value={v.signataireId}
          onChange={(signataireId) => change({ signataireId })}
        />
      )}
      {can('reclamations.repondre') && vue.actions.noterReponse === null && (
        <p className="pv-small">
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={onAilleurs}>
            La réponse est partie hors de Porte-voix
          </Button>
        </p>
      )}
    </FenetreDeSaisie>
  )
}
