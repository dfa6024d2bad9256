import type { components } from '../../src/lib/api/schema.gen.ts'
import type { Cue } from '../../src/lib/cues.ts'

type Schemas = components['schemas']
export type Session = Schemas['Session']
export type Message = Schemas['Message']
export type Citation = Schemas['Citation']
export type Video = Schemas['Video']
export type Job = Schemas['Job']

export interface StoredTrack {
  cues: Cue[]
  language: string | null
  kind: 'manual' | 'automatic' | 'upload'
  name: string
}

/** What the double remembers. Tests may reach in. */
export class DoubleState {
  sessions: Session[] = []
  messages = new Map<number, Message[]>()
  videos: Video[] = []
  tracks = new Map<number, StoredTrack>()
  jobs: Job[] = []
  jobWatchers = new Map<number, Set<(job: Job) => void>>()
  askedKeys = new Map<string, Message>()
  warm = new Set<number>()
  health: Schemas['Health'] = { status: 'ok', version: '0.1.0', database: 'ok', redis: 'ok', celery: 'ok', cache_enabled: true }
  /** How the next questions end, in order. */
  askFaults: ('error' | 'cut' | 'refuse')[] = []
  /** While true every connection is dropped, as by a dead server. */
  isDead = false
  private lastId = 0

  nextId = () => ++this.lastId
  now = () => new Date().toISOString()

  addVideo(video: Partial<Video> & Pick<Video, 'source' | 'title'>, tracks: StoredTrack[]): Video {
    const stored: Video = {
      video_id: this.nextId(), youtube_id: null, url: null, channel: null, duration_ms: null, published_at: null,
      status: 'ready', outcome: null, outcome_detail: null, chapters: [], tracks: [], created_at: this.now(), ...video,
    }
    this.setTracks(stored, tracks)
    this.videos.unshift(stored)
    return stored
  }

  setTracks(video: Video, tracks: StoredTrack[]) {
    video.tracks = tracks.map((track) => {
      const track_id = this.nextId()
      this.tracks.set(track_id, track)
      return { track_id, kind: track.kind, language: track.language, name: track.name, cue_count: track.cues.length }
    })
    const last = tracks[0]?.cues.at(-1)
    if (last && video.duration_ms === null) video.duration_ms = last[1]
  }

  addMessage(sessionId: number, role: 'user' | 'assistant', text: string, citations: Citation[] = []): Message {
    const message: Message = { message_id: this.nextId(), session_id: sessionId, role, message: text, timestamp: this.now(), video_context: null, citations }
    this.messages.set(sessionId, [...(this.messages.get(sessionId) ?? []), message])
    const session = this.sessions.find((one) => one.session_id === sessionId)
    if (session) {
      session.message_count += 1
      session.updated_at = message.timestamp
    }
    return message
  }

  setJob(job: Job, change: Partial<Job>) {
    Object.assign(job, change, { updated_at: this.now() })
    for (const watcher of this.jobWatchers.get(job.job_id) ?? []) watcher(job)
  }
}
