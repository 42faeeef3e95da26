import { main } from './rounds.ts'

await main('power')
