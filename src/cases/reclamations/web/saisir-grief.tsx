import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ChampService } from '#core/dossiers/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import type { GriefsVus } from '../contract-griefs.ts'
import { GRAVITES } from '../domain/griefs.ts'
import { LIBELLES_DES_GRAVITES, REFUS } from '../domain/labels.ts'
import { ChampMotif } from './champ-motif.tsx'
import { Choix } from './choix.tsx'
import classes from './griefs.module.css'
import { abreger, type PassageChoisi } from './passage-choisi.tsx'
import { type GriefASaisir, useSaisieDeGrief } from './use-saisie-de-grief.tsx'

export interface SaisirGriefProps extends Omit<GriefASaisir, 'dossierId'> {
  readonly entete: GriefsVus['entete']
  readonly onSansPassage: () => void
  readonly onFermer: () => void
}

const gravites = GRAVITES.map((niveau) => ({
  value: String(niveau),
  label: `${niveau} ${LIBELLES_DES_GRAVITES[niveau].libelle}`,
}))

const LIBELLES = { motif: 'Motif', serviceId: 'Service', gravite: 'Gravité', intitule: 'Titre' } as const

/** The words the grief rests on, or that it rests on none. */
function Cite({ passage, onSansPassage }: { passage: PassageChoisi | null; onSansPassage: () => void }) {
  if (passage === null)
    return (
      <p className="pv-muted pv-small">
        Sans passage&nbsp;: le grief ne tient pas à une phrase de la lettre. Vous pouvez encore en
        sélectionner une.
      </p>
    )
  return (
    <div className={classes['cite']}>
      <blockquote>«&nbsp;{abreger(passage.citation)}&nbsp;»</blockquote>
      <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={onSansPassage}>
        Sans passage
      </Button>
    </div>
  )
}

/** A grief: the words of the letter, then four choices. Ctrl+Enter saves. */
export function SaisirGrief({ entete, onSansPassage, onFermer, ...aSaisir }: SaisirGriefProps) {
  const { grief, passage } = aSaisir
  const saisie = useSaisieDeGrief({ dossierId: entete.id, ...aSaisir })
  const { form, conflit, valeurs, changer, titreParDefaut } = saisie
  const boite = useRef<HTMLFormElement>(null)
  useEffect(() => {
    boite.current?.querySelector('input')?.focus({ preventScroll: true })
    const { top = 0, bottom = 0 } = boite.current?.getBoundingClientRect() ?? {}
    // seen whole where it is: nothing moves under the hand
    if (top < 100 || bottom > window.innerHeight) boite.current?.parentElement?.scrollIntoView()
  }, [])
  const { motif, serviceId, gravite, intitule } = valeurs
  const sAjoute = serviceId !== null && !entete.services.some(({ id }) => id === serviceId)
  return (
    <Card
      title={grief === null ? 'Nouveau grief' : `Grief ${grief.rang}`}
      className={classes['saisie'] ?? ''}
    >
      <form
        ref={boite}
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          saisie.envoyer(grief?.version ?? 0)
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.requestSubmit()
        }}
      >
        {conflit === null ? (
          <ErrorSummary form={form} labels={LIBELLES} refusals={REFUS} />
        ) : (
          <VersionConflict
            what="ce grief"
            values={conflit.valeurs({ ...valeurs, citation: passage?.citation ?? '' })}
            onKeep={() => saisie.envoyer(conflit.version)}
            onTake={() => void saisie.reprendre().then(onFermer)}
          />
        )}
        <Cite passage={passage} onSansPassage={onSansPassage} />
        <ChampMotif
          {...form.field('motif')}
          valeur={motif}
          actuel={grief?.motif ?? null}
          onChange={(choisi) => changer({ motif: choisi })}
        />
        <ChampService
          {...form.field('serviceId')}
          label="Service mis en cause"
          description={
            sAjoute ? 'Il sera ajouté aux services concernés : son chef verra le dossier.' : undefined
          }
          valeur={serviceId}
          dAbord={entete.services}
          onChange={(choisi) => changer({ serviceId: choisi })}
        />
        <div>
          <Choix
            {...form.field('gravite')}
            legende="Gravité"
            choix={gravites}
            valeur={gravite === null ? null : String(gravite)}
            onChange={(choisie) => changer({ gravite: GRAVITES.find((g) => String(g) === choisie) ?? null })}
          />
          <p className="pv-small pv-muted" role="status">
            {gravite === null
              ? 'De la gêne sans suite à l’atteinte durable.'
              : LIBELLES_DES_GRAVITES[gravite].aide}
          </p>
        </div>
        <TextInput
          {...form.field('intitule')}
          label="Titre"
          placeholder={titreParDefaut === '' ? 'En quelques mots' : titreParDefaut}
          description={titreParDefaut === '' ? undefined : 'Vide, le motif en tient lieu.'}
          value={intitule}
          maxLength={200}
          onChange={(e) => changer({ intitule: e.currentTarget.value })}
        />
        <div className="pv-form-actions">
          <Button
            variant="default"
            onClick={() => {
              saisie.oublier()
              onFermer()
            }}
          >
            Annuler
          </Button>
          {conflit === null && (
            <Button type="submit" loading={form.pending}>
              {grief === null ? 'Relever ce grief' : 'Enregistrer'}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}
