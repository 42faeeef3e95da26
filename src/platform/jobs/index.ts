export { defineJob, type JobContext, type JobDefinition } from './job.ts'
export { createJobs, type Jobs, type JobsOptions, type SendOptions } from './jobs.ts'
