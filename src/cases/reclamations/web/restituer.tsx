import { DemanderFenetre } from '#core/taches/web/index.ts'
import { contract, type ReclamationVue } from '../contract.ts'
import { LIBELLES_DES_CONSTATS, MESSAGE_DE_RESTITUTION } from '../domain/labels.ts'

export interface RestituerProps {
  readonly griefs: ReclamationVue['griefs']
  readonly onFermer: () => void
}

/** Gives services the conclusions to read: each its own griefs, and what changes. */
export function Restituer({ griefs, onFermer }: RestituerProps) {
  return (
    <DemanderFenetre
      operation={contract.restituer}
      entree={(cible, { demande, sujetIds }) => ({ ...cible, demande, griefs: [...sujetIds] })}
      titre="Restituer aux services"
      messageParDefaut={MESSAGE_DE_RESTITUTION}
      mots={{
        sujets: 'Griefs restitués',
        aideDesSujets:
          'Chaque service ne lit que les siens : le constat, ce qui a été répondu à la personne, les mesures.',
        pourLe: 'Lecture souhaitée pour le',
        destinataires: 'Services',
      }}
      sujets={griefs.map(({ id, rang, intitule, service, constat }) => ({
        sujetId: id,
        titre: `${rang}. ${intitule}${constat === null ? '' : ` (${LIBELLES_DES_CONSTATS[constat]})`}`,
        citation: '',
        structureId: service?.id ?? null,
      }))}
      onFermer={onFermer}
    />
  )
}
