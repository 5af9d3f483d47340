import { useState } from 'react'
import { useLocation } from 'wouter'
import { mayCall } from '../../shared/contract/api.ts'
import { petitionFromScan } from '../../shared/rules/numbering.ts'
import { problemOf } from '../bridge/desk.ts'
import { useDesk, useSession } from '../bridge/desk-context.tsx'

/** Opens what a scanned or typed code means, and keeps the sentence about it. */
export function useCode() {
  const desk = useDesk()
  const { roles } = useSession().me
  const [, navigate] = useLocation()
  const [says, setSays] = useState('')

  async function open(text: string) {
    setSays('')
    const number = petitionFromScan(text)
    // Who sees no papers is told nothing of them, but still gets to the petition.
    if (!mayCall('register.scan', roles)) {
      if (number !== null) navigate(`/petitions/${number}`)
      return
    }
    try {
      const { petition, document, says: about } = await desk('register.scan', { text })
      setSays(about)
      navigate(petition === null ? `/documents/${document ?? ''}` : `/petitions/${petition}`)
    } catch (error) {
      setSays(problemOf(error).message)
    }
  }

  return { open, says, silence: () => setSays('') }
}
