import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Session = Schemas['Session']
export type Message = Schemas['Message']
export type Citation = Schemas['Citation']
export type Video = Schemas['Video']
export type Track = Schemas['TrackOut']
export type Chapter = Schemas['ChapterOut']
export type Transcript = Schemas['Transcript']
export type Job = Schemas['Job']
export type Health = Schemas['Health']
export type Problem = Schemas['Problem']
