import { describe, expect, it } from 'vitest'
import type { OrigineVue } from '#core/dossiers/web/index.ts'
import { enSaisie } from './brouillon.tsx'
import { remplirDepuisLOrigine } from './origine.tsx'

const ID = '01900000-0000-7000-8000-000000000001'
const contact: OrigineVue = {
  id: ID,
  numero: 'CON-2026-00012',
  libelleType: 'Contact',
  recuLe: '2026-01-05',
  canal: 'telephone',
  recit: 'Son opération a été annulée. Personne ne l’a prévenue.',
  auteur: null,
  services: [ID],
}

describe('une réclamation tirée d’un contact', () => {
  it('reprend ce qui a été dit, le jour où cela a été dit', () => {
    const f = remplirDepuisLOrigine(contact)
    expect(f).toMatchObject({
      canal: 'telephone',
      recuLe: '2026-01-05',
      receptionConfirmee: true,
      objet: 'Son opération a été annulée',
      recit: contact.recit,
      services: [ID],
      origine: { id: ID, numero: 'CON-2026-00012' },
    })
    expect(enSaisie({ formulaire: f, depots: [] }, ID).origineId).toBe(ID)
  })

  it('laisse confirmer la date de ce qui est arrivé par écrit', () => {
    expect(remplirDepuisLOrigine({ ...contact, canal: 'courriel' }).receptionConfirmee).toBe(false)
  })

  it('laisse l’objet à l’agent quand la note ne commence pas par une phrase courte', () => {
    expect(remplirDepuisLOrigine({ ...contact, recit: 'mot '.repeat(60) }).objet).toBe('')
  })
})
