import { parseCaptions } from './captions.ts'
import { eventStream, json, readForm, readJson, Refusal, wait } from './http.ts'
import { sampleTranscript } from './sample.ts'
import type { Context, Route } from './server.ts'
import type { DoubleState, Job, Video } from './state.ts'

function videoOf(state: DoubleState, id: number | undefined): Video {
  const found = state.videos.find((one) => one.video_id === id)
  if (!found) throw new Refusal(404, 'video_not_found', 'There is no such video.')
  return found
}

const youtubeId = /^https?:\/\/(?:(?:www|m|music)\.)?(?:youtube\.com\/(?:watch\?(?:\S*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/)([\w-]{11})(?:\b|$)/
const steps = ['Opening the watch page', 'Reading the list of captions', 'Fetching the captions', 'Cutting them into passages']
/** Links whose extraction fails, by what their id begins with. */
const failures = ['private', 'no_captions', 'rate_limited', 'network']

async function addLink({ req, res, state, pace }: Context) {
  const { url = '' } = await readJson<{ url?: string }>(req)
  const id = youtubeId.exec(url.trim())?.[1]
  if (!id) throw new Refusal(422, 'invalid_link', 'This is not a link to a YouTube video. It looks like https://www.youtube.com/watch?v=… or https://youtu.be/…')
  let video = state.videos.find((one) => one.youtube_id === id)
  const running = state.jobs.find((job) => job.video_id === video?.video_id && job.state !== 'failed')
  if (video && running) { json(res, 202, { job: running, video }); return }
  video ??= state.addVideo({ source: 'youtube', title: url, url, youtube_id: id, status: 'pending' }, [])
  Object.assign(video, { status: 'pending', outcome: null, outcome_detail: null })
  const job: Job = {
    job_id: state.nextId(), kind: 'extract', video_id: video.video_id, state: 'queued', step: 0, steps: steps.length,
    message: 'Waiting', outcome: null, detail: null, created_at: state.now(), updated_at: state.now(),
  }
  state.jobs.unshift(job)
  json(res, 202, { job: { ...job }, video: { ...video } })
  void extract(state, job, video, id, pace)
}

async function extract(state: DoubleState, job: Job, video: Video, id: string, pace: number) {
  const outcome = failures.find((code) => id.startsWith(code.replace('_', '').slice(0, 8)))
  for (const [index, message] of steps.entries()) {
    await wait(700 * pace)
    state.setJob(job, { state: 'running', step: index + 1, message })
    if (outcome && index === 1) {
      Object.assign(video, { status: 'failed', outcome, outcome_detail: null })
      state.setJob(job, { state: 'failed', outcome })
      return
    }
  }
  const { cues, chapters, duration } = sampleTranscript()
  Object.assign(video, { status: 'ready', title: 'How bridges carry what they carry', channel: 'Forces & Forms', chapters, duration_ms: duration })
  state.setTracks(video, [
    { cues, language: 'en', kind: 'manual', name: 'English' },
    { cues: cues.map(([start, end, text]) => [start, end, text.toLowerCase().replace(/[.,:]/g, '')]), language: 'en', kind: 'automatic', name: 'English (auto-generated)' },
  ])
  await wait(300 * pace)
  state.setJob(job, { state: 'done' })
}

function watchJob({ req, res, state, params }: Context) {
  const job = state.jobs.find((one) => one.job_id === params[0])
  if (!job) throw new Refusal(404, 'job_not_found', 'There is no such job.')
  const send = eventStream(res)
  const watchers = state.jobWatchers.get(job.job_id) ?? new Set()
  const tell = (now: Job) => {
    send('job', now)
    if (now.state === 'done' || now.state === 'failed') res.end()
  }
  state.jobWatchers.set(job.job_id, watchers.add(tell))
  req.on('close', () => watchers.delete(tell))
  tell(job)
}

async function upload({ req, res, state }: Context) {
  const form = await readForm(req)
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value ? value : null
  }
  const file = form.get('file')
  const text = file instanceof Blob ? await file.text() : field('text')
  const cues = parseCaptions(text ?? '')
  if (!cues.length) throw new Refusal(422, 'unreadable_captions', 'No captions with times were found in this file. Is it a caption file?')
  const url = field('video_url')
  const name = file instanceof File ? file.name.replace(/\.[^.]+$/, '') : 'Pasted captions'
  const track = { cues, language: field('language'), kind: 'upload' as const, name: 'Uploaded' }
  const known = url === null ? undefined : state.videos.find((one) => one.url === url)
  if (known) {
    known.status = 'ready'
    state.setTracks(known, [track])
    json(res, 201, known)
  } else json(res, 201, state.addVideo({ source: 'upload', title: field('title') ?? name, url }, [track]))
}

function sample({ res, state }: Context) {
  const known = state.videos.find((one) => one.source === 'sample')
  if (known) { json(res, 200, known); return }
  const { cues, chapters, duration } = sampleTranscript()
  json(res, 201, state.addVideo({ source: 'sample', title: 'How bridges stand up', channel: 'Sample', duration_ms: duration, chapters }, [{ cues, language: 'en', kind: 'manual', name: 'English' }]))
}

function transcript({ res, state, params, query }: Context) {
  const video = videoOf(state, params[0])
  const track_id = Number(query.get('track_id') ?? video.tracks[0]?.track_id)
  const track = state.tracks.get(track_id)
  if (!track) throw new Refusal(404, 'track_not_found', 'This video has no such captions.')
  json(res, 200, { track_id, ...track })
}

export const videoRoutes: Route[] = [
  ['GET', /^\/videos$/, ({ res, state }) => { json(res, 200, state.videos) }],
  ['POST', /^\/videos$/, addLink],
  ['POST', /^\/videos\/upload$/, upload],
  ['POST', /^\/videos\/sample$/, sample],
  ['GET', /^\/videos\/(\d+)$/, ({ res, state, params }) => { json(res, 200, videoOf(state, params[0])) }],
  ['DELETE', /^\/videos\/(\d+)$/, ({ res, state, params }) => {
    const video = videoOf(state, params[0])
    state.videos = state.videos.filter((one) => one !== video)
    for (const session of state.sessions) if (session.video_id === video.video_id) session.video_id = null
    res.writeHead(204).end()
  }],
  ['GET', /^\/videos\/(\d+)\/transcript$/, transcript],
  ['GET', /^\/jobs$/, ({ res, state }) => { json(res, 200, state.jobs.slice(0, 50)) }],
  ['GET', /^\/jobs\/(\d+)$/, ({ res, state, params }) => { json(res, 200, state.jobs.find((job) => job.job_id === params[0]) ?? null) }],
  ['GET', /^\/jobs\/(\d+)\/events$/, watchJob],
]
