// Next.js, as far as the documents use it: the example has the whole of it.
declare module 'next/navigation' {
  export function useRouter(): { refresh(): void };
}
