import { describe, expect, it } from 'vitest'
import type { ServiceInterroge } from '../contract-services.ts'
import { type Ordre, triees } from './tri-des-services.ts'

const service = (nom: string, plus: Partial<ServiceInterroge> = {}): ServiceInterroge => ({
  id: null,
  nom,
  pole: null,
  attendues: 0,
  enRetard: 0,
  plusAncienneLe: null,
  repondues: 0,
  delaiMedian: null,
  ...plus,
})

describe('les services', () => {
  const tous = [
    service('Urgences', { attendues: 3, enRetard: 1, plusAncienneLe: '2026-01-05', delaiMedian: 4 }),
    service('Cardiologie', { attendues: 1, enRetard: 1, plusAncienneLe: '2026-01-02', delaiMedian: 12 }),
    service('Bloc'),
  ]
  it.each<[Ordre, string[]]>([
    ['retard', ['Cardiologie', 'Urgences', 'Bloc']],
    ['attendues', ['Urgences', 'Cardiologie', 'Bloc']],
    ['ancienne', ['Cardiologie', 'Urgences', 'Bloc']],
    ['delai', ['Cardiologie', 'Urgences', 'Bloc']],
    ['service', ['Bloc', 'Cardiologie', 'Urgences']],
  ])('se rangent par %s', (ordre, attendu) => expect(triees(tous, ordre).map((s) => s.nom)).toEqual(attendu))
})
