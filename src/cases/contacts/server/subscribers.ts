import {
  aujourdHui,
  changerDossier,
  changerEtat,
  type DossierIssu,
  enregistrerFaitSeul,
} from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import { contact } from '../domain/definition.ts'
import { PERMISSIONS } from '../domain/permissions.ts'
import { refuserSi } from '../domain/refuser.ts'
import { refusDeTransformer } from '../domain/rules.ts'
import { changerContact, listerSuites, obtenirContact } from './store.ts'

/** A contact became another dossier: it says which, and closes, unless something promised is still to be kept. */
export const contactTransforme: DossierIssu = async (e, { origine, id, numero, type }) => {
  const { role } = agentDe(e)
  if (!PERMISSIONS['contacts.suivre'].some((autorise) => autorise === role)) throw new AppError('forbidden')
  const { devenuId } = await obtenirContact(e.tx, origine.id)
  refuserSi(refusDeTransformer(devenuId))
  await changerContact(e.tx, origine.id, { devenuId: id })
  await enregistrerFaitSeul(e, origine.id, {
    code: 'contact-transforme',
    survenuLe: aujourdHui(e),
    details: { versId: id, precision: `${type.libelle} ${numero}` },
  })
  const attend = (await listerSuites(e.tx, origine.id)).some(({ etat }) => etat === 'prevu')
  if (attend || origine.estClos) await changerDossier(e.tx, origine.id, {}, e.now)
  else await changerEtat(e, origine.id, contact, 'clos')
}
