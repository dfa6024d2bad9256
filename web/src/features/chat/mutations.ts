import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body } from '@/lib/api/client'
import type { Session } from '@/lib/api/types'
import { chatKeys, sessionsQuery } from './queries'

const sessionsKey = sessionsQuery().queryKey

export async function createSession(client: QueryClient, videoId: number | null): Promise<Session> {
  const session = body(await api().POST('/chat/sessions', { body: { video_id: videoId } }))
  client.setQueryData(sessionsKey, (sessions) => sessions && [session, ...sessions])
  return session
}

export function useRenameSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ sessionId, title }: { sessionId: number; title: string }) =>
      body(await api().PATCH('/chat/sessions/{session_id}', { params: { path: { session_id: sessionId } }, body: { title } })),
    onMutate: ({ sessionId, title }) => {
      const before = client.getQueryData(sessionsKey)
      client.setQueryData(sessionsKey, (sessions) => sessions?.map((one) => (one.session_id === sessionId ? { ...one, title } : one)))
      return { before }
    },
    onError: (_error, _variables, context) => { client.setQueryData(sessionsKey, context?.before) },
    onSuccess: (session) => {
      client.setQueryData(sessionsKey, (sessions) => sessions?.map((one) => (one.session_id === session.session_id ? session : one)))
    },
  })
}

export function useDeleteSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (sessionId: number) => {
      await api().DELETE('/chat/sessions/{session_id}', { params: { path: { session_id: sessionId } } })
    },
    onSuccess: (_nothing, sessionId) => {
      client.setQueryData(sessionsKey, (sessions) => sessions?.filter((one) => one.session_id !== sessionId))
      client.removeQueries({ queryKey: chatKeys.messages(sessionId) })
    },
  })
}
