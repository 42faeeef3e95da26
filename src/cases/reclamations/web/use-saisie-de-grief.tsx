import { useKeptValues } from '#platform/web/kept-values.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { GriefVu } from '../contract-griefs.ts'
import type { Gravite } from '../domain/griefs.ts'
import { libelleDuMotif, TYPOLOGIE_COURANTE } from '../domain/typologies.ts'
import { useConflitDeGrief } from './conflit-de-grief.tsx'
import type { PassageChoisi } from './passage-choisi.tsx'

export interface ValeursDeGrief {
  readonly motif: string | null
  readonly serviceId: string | null
  readonly gravite: Gravite | null
  readonly intitule: string
}

const valeursDe = (grief: GriefVu | null, serviceHabituel: string | null): ValeursDeGrief =>
  grief === null
    ? { motif: null, serviceId: serviceHabituel, gravite: null, intitule: '' }
    : {
        motif: grief.motif.code,
        serviceId: grief.service?.id ?? null,
        gravite: grief.gravite,
        intitule: grief.intitule,
      }

export interface GriefASaisir {
  readonly dossierId: string
  /** the grief coded again; null for a new one */
  readonly grief: GriefVu | null
  readonly passage: PassageChoisi | null
  /** the service of the grief coded just before */
  readonly serviceHabituel: string | null
  readonly onFait: (effet: { serviceId: string | null; griefId: string }) => void
}

/** A grief being written: its values, kept while one goes elsewhere, and the two operations that save it. */
export function useSaisieDeGrief({ dossierId, grief, passage, serviceHabituel, onFait }: GriefASaisir) {
  const invalider = useInvalidateAll()
  const {
    values: valeurs,
    change: changer,
    forget: oublier,
  } = useKeptValues(`grief ${dossierId} ${grief?.id ?? 'nouveau'}`, valeursDe(grief, serviceHabituel))
  const apres = async (griefId: string): Promise<void> => {
    oublier()
    toast(grief === null ? 'Grief relevé.' : 'Grief modifié.')
    await invalider()
    onFait({ serviceId: valeurs.serviceId, griefId })
  }
  const creation = useOperationForm(contract.qualifierGrief, ({ griefId }) => apres(griefId))
  const modification = useOperationForm(contract.modifierGrief, ({ griefId }) => apres(griefId))
  const { motif, gravite, serviceId, intitule } = valeurs
  const titreParDefaut =
    motif === null ? '' : libelleDuMotif(motif, grief?.motif.typologie ?? TYPOLOGIE_COURANTE.code).libelle
  const envoyer = (version: number): void => {
    const entree = {
      id: dossierId,
      motif: motif ?? '',
      serviceId,
      // zero is no level: the contract says which are
      gravite: gravite ?? (0 as Gravite),
      intitule: intitule.trim() === '' ? titreParDefaut : intitule,
      passage,
    }
    if (grief === null) void creation.submit(entree)
    else void modification.submit({ ...entree, griefId: grief.id, version })
  }
  return {
    form: grief === null ? creation : modification,
    conflit: useConflitDeGrief(modification.problem),
    valeurs,
    changer,
    oublier,
    titreParDefaut,
    envoyer,
    /** reads again what someone else saved */
    reprendre: async (): Promise<void> => {
      oublier()
      await invalider()
    },
  }
}
