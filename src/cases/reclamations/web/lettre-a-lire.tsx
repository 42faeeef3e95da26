import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import type { GriefsVus } from '../contract-griefs.ts'
import { ajuster, type Etendue, rangDans, seChevauchent } from '../domain/passages.ts'
import { BarreDePassage } from './barre-de-passage.tsx'
import { BlocDeLettre, EN_COURS, type PassagePeint, TROUVE } from './bloc-de-lettre.tsx'
import { type Geste, gesteDe } from './clavier-de-lettre.tsx'
import classes from './lettre-a-lire.module.css'
import { OutilsDeLettre } from './outils-de-lettre.tsx'
import type { PassageChoisi } from './passage-choisi.tsx'
import { DEBUT, selectionner, useSelection } from './selection.tsx'
import { useLettre } from './use-lettre.tsx'

/** Where the letter must be shown, asked from elsewhere on the page; a new object asks again. */
export interface EndroitAMontrer extends Etendue {
  readonly recitId: string
}

export interface LettreALireProps {
  readonly vue: GriefsVus
  readonly recitId: string
  readonly endroit: EndroitAMontrer | null
  /** the passage of the grief being written */
  readonly enCours: PassageChoisi | null
  /** why no grief can be made now, or null */
  readonly refus: string | null
  /** what the passage is for: a new grief, or the one being written */
  readonly geste: string
  readonly onRecit: (recitId: string) => void
  readonly onRelever: (passage: PassageChoisi) => void
  readonly onGrief: (numero: number) => void
}

/** Brings a selection a third of the way down the pane, whatever the length of its paragraph. */
function amener(conteneur: HTMLElement, bloc: Element | undefined): void {
  bloc?.scrollIntoView({ block: 'nearest' })
  const plage = document.getSelection()?.rangeCount === 0 ? null : document.getSelection()?.getRangeAt(0)
  const haut = (plage ?? bloc)?.getBoundingClientRect().top ?? 0
  conteneur.scrollTop += haut - conteneur.getBoundingClientRect().top - conteneur.clientHeight / 3
}

function peintsDuBloc(
  bloc: Etendue,
  peints: readonly PassagePeint[],
): { peints: PassagePeint[]; cle: string } {
  const ici = peints.filter((p) => seChevauchent(p, bloc))
  return { peints: ici, cle: ici.map((p) => `${p.numero}:${p.debut}-${p.fin}:${p.reporte}`).join() }
}

/** The letter in a pane of its own: read, searched, selected by mouse, finger or keyboard. */
export function LettreALire(props: LettreALireProps) {
  const { vue, recitId, endroit, enCours, refus, geste, onRecit, onRelever, onGrief } = props
  const [trouve, setTrouve] = useState<Etendue | null>(null)
  const { texte, blocs, phrases, peints, nonRetenues } = useLettre(vue, recitId)
  const conteneur = useRef<HTMLElement>(null)
  const [passage, setPassage] = useSelection(conteneur, texte)
  const [actif, setActif] = useState(0)
  const aide = useId()

  const montrer = useCallback(
    (etendue: Etendue, prendre: boolean): void => {
      const pane = conteneur.current
      if (pane === null) return
      const rang = rangDans(blocs, etendue.debut)
      const bloc = pane.querySelectorAll(`[${DEBUT}]`)[rang]
      setActif(rang)
      selectionner(pane, blocs, etendue)
      amener(pane, bloc)
      if (prendre && bloc instanceof HTMLElement) bloc.focus({ preventScroll: true })
    },
    [blocs],
  )
  const dejaMontre = useRef<EndroitAMontrer | null>(null)
  useEffect(() => {
    if (endroit === null || endroit === dejaMontre.current || endroit.recitId !== recitId) return
    dejaMontre.current = endroit
    montrer(endroit, true)
  }, [endroit, recitId, montrer])

  const relever = (etendue: Etendue): void => {
    const choisi = ajuster(texte, etendue)
    if (refus !== null || choisi === null) return
    document.getSelection()?.removeAllRanges()
    setPassage(null)
    onRelever({ recitId, ...choisi, citation: texte.slice(choisi.debut, choisi.fin) })
  }
  const suivre = ({ relever: aRelever, passage: vers, bloc }: Geste): void => {
    if (aRelever !== undefined) relever(aRelever)
    if (vers === null) {
      document.getSelection()?.removeAllRanges()
      setPassage(null)
    }
    if (vers !== undefined && vers !== null) {
      montrer(vers, true)
      // at once: the next key may come before the page tells what is selected
      setPassage(vers)
    } else if (bloc !== undefined) {
      setActif(bloc)
      conteneur.current?.querySelectorAll<HTMLElement>(`[${DEBUT}]`)[bloc]?.focus()
    }
  }
  const auClavier = (event: KeyboardEvent): void => {
    const surUnBloc = event.target instanceof Element && event.target.hasAttribute(DEBUT)
    if (!surUnBloc || event.ctrlKey || event.metaKey || event.altKey) return
    const fait = gesteDe(event.key, event.shiftKey, { blocs, phrases, actif, passage })
    if (fait === null) return
    event.preventDefault()
    suivre(fait)
  }
  const aPeindre = useMemo(() => {
    const plus = (etendue: Etendue | null, numero: number): PassagePeint[] =>
      etendue === null ? [] : [{ debut: etendue.debut, fin: etendue.fin, numero, reporte: false }]
    const ici = enCours?.recitId === recitId ? enCours : null
    return [...peints, ...plus(trouve, TROUVE), ...plus(ici, EN_COURS)]
  }, [peints, trouve, enCours, recitId])
  if (texte.trim() === '')
    return (
      <Card title="La lettre">
        <EmptyState title="Aucun récit">
          Complétez le récit depuis le dossier, ou ajoutez des griefs sans passage.
        </EmptyState>
      </Card>
    )
  return (
    <section className={`pv-card ${classes['volet']}`} aria-label="La lettre">
      <OutilsDeLettre
        vue={vue}
        recitId={recitId}
        texte={texte}
        phrases={phrases}
        nonRetenues={nonRetenues}
        position={passage?.debut ?? blocs[actif]?.debut ?? 0}
        onRecit={onRecit}
        onMontrer={montrer}
        onTrouve={setTrouve}
      />
      <article
        ref={conteneur}
        className={classes['lettre']}
        aria-label="Texte de la lettre"
        aria-describedby={aide}
        onKeyDown={auClavier}
        onFocus={(event) => {
          const bloc = event.target.closest('[data-bloc]')?.getAttribute('data-bloc')
          if (bloc !== null && bloc !== undefined) setActif(Number(bloc))
        }}
      >
        {blocs.map((bloc, rang) => {
          const { peints: ici, cle } = peintsDuBloc(bloc, aPeindre)
          return (
            <BlocDeLettre
              key={bloc.debut}
              rang={rang}
              bloc={bloc}
              texte={texte}
              passages={ici}
              cle={cle}
              estActif={rang === Math.min(actif, blocs.length - 1)}
              onGrief={onGrief}
            />
          )
        })}
      </article>
      <BarreDePassage
        id={aide}
        texte={texte}
        passage={passage}
        refus={refus}
        geste={geste}
        onAjuster={(voulu) => montrer(voulu, false)}
        onRelever={relever}
      />
    </section>
  )
}
