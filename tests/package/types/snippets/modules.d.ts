// What the documents import beside the package: examples hold the whole of it.
declare module 'node:*';
declare module 'next/navigation' {
  export function useRouter(): { refresh(): void };
}
